import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabasePlace } from '../../services/ports.ts';
import type { Refusal } from './exit.ts';
import type { Io } from './io.ts';

const IS_URL = /^[a-z]{2,}:/i;

/** Where a program keeps the data of a user: as XDG says, else as Windows says. */
function userData(env: Io['env']): string | undefined {
  const set = (name: string) => env[name] || undefined;
  const home = set('HOME');
  return set('XDG_DATA_HOME') ?? set('LOCALAPPDATA') ?? (home && join(home, '.local', 'share'));
}

/**
 * The database that a command works on: `--database`, else GILDE_DATABASE, else `gilde/gilde.db` among the user's data. A path is an
 * embedded file; a URL is a libSQL server, whose token GILDE_DATABASE_TOKEN holds, so that it stands in no list of processes.
 * `shown` is what a reader is told.
 */
export function databasePlace(
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
  stated: string | undefined,
): { readonly ok: true; readonly place: DatabasePlace; readonly shown: string } | Refusal {
  if (stated === '') return { ok: false, message: '--database must name a file or a URL, got nothing' };
  const data = userData(env);
  const text = stated ?? (env['GILDE_DATABASE'] || undefined) ?? (data && join(data, 'gilde', 'gilde.db'));
  if (text === undefined)
    return { ok: false, message: 'no database is named', hint: 'name a file by --database or GILDE_DATABASE' };
  if (!IS_URL.test(text)) return { ok: true, place: { url: pathToFileURL(resolve(cwd, text)).href }, shown: text };
  const token = env['GILDE_DATABASE_TOKEN'];
  return { ok: true, place: { url: text, ...(token && { token }) }, shown: text };
}
