import type { InputProblem } from '../../domain/input-problem.ts';
import { shown } from '../issue-problems.ts';
import type { ZipEntry } from './directory.ts';

/** Files that operating systems and office programs add to folders. */
const OF_SYSTEM = /(?:^|\/)(?:__MACOSX(?:\/|$)|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$|\.~lock\.)/i;

/** True for what no planner has put in: also the entries of folders themselves. */
export const isOfSystem = (name: string): boolean => name.endsWith('/') || OF_SYSTEM.test(name);

const isUnsafe = (name: string): boolean =>
  /^(?:\/|[a-z]:)/i.test(name) || name.split('/').includes('..') || name === '' || /\p{Cc}/u.test(name);

/** Why an entry is refused, or undefined; `twice`: another one has the same name. */
export function entryProblem(entry: ZipEntry, twice: boolean): InputProblem | undefined {
  const refuse = (code: string, message: string, expected: string): InputProblem =>
    isUnsafe(entry.name)
      ? { code, file: 'zip', message, found: shown(entry.name), expected }
      : { code, file: entry.name, message, expected };
  if (isUnsafe(entry.name))
    return refuse('unsafe-name', 'a file name that leads out of the folder', 'plain file names');
  if (twice) return refuse('duplicate-file', 'this file is twice in the zip', 'one of the two');
  if (entry.encrypted) return refuse('encrypted-zip', 'this file is encrypted', 'a zip without a password');
  if (entry.symlink) return refuse('not-a-file', 'a link to a file elsewhere', 'the file itself');
  if (entry.method !== 0 && entry.method !== 8)
    return refuse('unknown-packing', 'this file is packed in a way that is not read', 'an ordinary zip (Deflate)');
  return undefined;
}

const INPUT = /\.(?:csv|tsv|txt|xlsx?|xlsm|ods|ya?ml)$/i;

/** Entries without the folder around all of them, if there is one; those in further folders stay out, with a warning for likely input. */
export function withinFolder(all: readonly ZipEntry[]): {
  readonly entries: readonly ZipEntry[];
  readonly warnings: readonly InputProblem[];
} {
  const folder = /^[^/]+\//.exec(all[0]?.name ?? '')?.[0];
  const around = folder !== undefined && folder !== '../' && all.every(({ name }) => name.startsWith(folder));
  const stripped = around ? all.map((entry) => ({ ...entry, name: entry.name.slice(folder.length) })) : all;
  const isDeep = ({ name }: ZipEntry): boolean => name.includes('/') && !isUnsafe(name);
  const ignored = stripped.filter((entry) => isDeep(entry) && INPUT.test(entry.name)).map(({ name }) => name);
  const names = ignored.slice(0, 5).join(', ') + (ignored.length > 5 ? ` and ${ignored.length - 5} more` : '');
  const warning: InputProblem = {
    ...{ code: 'ignored-file', file: 'zip', message: `files in folders are ignored: ${names}` },
    expected: 'all files side by side, with or without one folder around them',
  };
  return { entries: stripped.filter((entry) => !isDeep(entry)), warnings: ignored.length > 0 ? [warning] : [] };
}
