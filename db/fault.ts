const WORDS: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another process keeps writing to the database',
  SQLITE_LOCKED: 'another process keeps writing to the database',
  SQLITE_FULL: 'no space left for the database',
  SQLITE_IOERR: 'the device of the database failed or is full',
  SQLITE_READONLY: 'the database is read-only',
  SQLITE_PERM: 'the database may not be opened',
  SQLITE_CANTOPEN: 'the database cannot be opened',
  SQLITE_NOTADB: 'it is not a database',
  SQLITE_CORRUPT: 'the database is damaged',
  SERVER_ERROR: 'the database server refused the request',
  UNREACHABLE: 'the database server cannot be reached',
  URL_INVALID: 'the URL of the database is not valid',
  URL_SCHEME_NOT_SUPPORTED: 'the URL of the database must start with file:, libsql:, https: or http:',
};

/** A request that reached nobody has no code in Node, only this message. */
const codeOf = (error: Error): string => {
  if (error instanceof TypeError && error.message === 'fetch failed') return 'UNREACHABLE';
  // The native library has no code for a path that it cannot open, as that of a folder.
  if (error.message.includes('ConnectionFailed(')) return 'SQLITE_CANTOPEN';
  return 'code' in error ? String(error.code) : '';
};

/** The failure of the database behind an error, or undefined where it was not the database; errors may wrap each other. */
function faultIn(error: unknown): Error | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (Object.hasOwn(WORDS, codeOf(at))) return at;
  return undefined;
}

/** Words for what the database refused, or undefined where it was not the database. */
export function faultWords(error: unknown): string | undefined {
  const fault = faultIn(error);
  return fault && WORDS[codeOf(fault)];
}

/** Whether the file is no database, or a damaged one. */
export const isDamaged = (error: unknown): boolean =>
  /^SQLITE_(NOTADB|CORRUPT)$/.test(codeOf(faultIn(error) ?? new Error()));

/** Whether another process has the database, for longer than was waited. */
export const isInUse = (error: unknown): boolean =>
  /^SQLITE_(BUSY|LOCKED)$/.test(codeOf(faultIn(error) ?? new Error()));
