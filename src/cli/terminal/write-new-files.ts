import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Refusal } from './exit.ts';
import type { Io } from './io.ts';
import { checkWritable, writeFolder } from './write-folder.ts';

/** Writes files into a folder that holds none of them yet; where one is there, nothing is written. */
export async function writeNewFiles(
  io: Pick<Io, 'cwd'>,
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<{ readonly ok: true } | Refusal> {
  if (folder === '') return { ok: false, message: '--to must name a folder, got nothing' };
  const writable = await checkWritable(io, folder);
  if (!writable.ok) return writable;
  const found: string[] = [];
  for (const name of files.keys())
    if (await lstat(resolve(io.cwd, folder, name)).catch(() => undefined)) found.push(join(folder, name));
  if (found.length === 0) return writeFolder(io, folder, files);
  const message = `${found.join(', ')} already ${found.length === 1 ? 'exists' : 'exist'}, so nothing was written`;
  return { ok: false, message, hint: 'name another folder, or move what is there' };
}
