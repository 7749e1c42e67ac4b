import { access, constants, type FileHandle, mkdir, mkdtemp, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Refusal } from './exit.ts';
import type { Io } from './io.ts';
import { systemError } from './path.ts';

/** Opens a file for writing; tests pass one that fails. */
export type OpenFile = (path: string, flags: 'wx') => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;

async function writeSynced(openFile: OpenFile, path: string, text: string): Promise<void> {
  const file = await openFile(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the renames in a folder outlast a power cut, where the platform lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Makes a folder and those above it that are missing, one by one: Node's recursive mkdir never returns where the system says that a
 * folder it could make is missing, as below /proc. Gives the topmost one made.
 */
async function makeFolders(target: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let place = target; !(await stat(place).catch(() => undefined)); place = dirname(place)) missing.push(place);
  for (const place of missing.toReversed()) {
    await mkdir(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  return missing.at(-1);
}

/**
 * Writes files into a folder, which is made where it does not exist: all of them into a temporary sibling and onto the
 * disk first, then each is renamed into its place in the order given. A name may have folders in it, which are made too. What fails
 * before the renames leaves the folder as it was.
 */
export async function writeFolder(
  io: Pick<Io, 'cwd'>,
  folder: string,
  files: ReadonlyMap<string, string>,
  openFile: OpenFile = open,
): Promise<{ readonly ok: true } | Refusal> {
  const target = resolve(io.cwd, folder);
  let made: string | undefined;
  let temporary: string | undefined;
  let current = folder;
  const inner = [...new Set([...files.keys()].map((name) => dirname(name)).filter((name) => name !== '.'))];
  try {
    made = await makeFolders(target);
    temporary = await mkdtemp(join(target, '.gilde-'));
    for (const name of inner) await makeFolders(join(temporary, name));
    for (const [name, text] of files) {
      current = join(folder, name);
      await writeSynced(openFile, join(temporary, name), text);
    }
    for (const name of inner) await makeFolders(join(target, name));
    for (const name of files.keys()) await rename(join(temporary, name), join(target, name));
    await rm(temporary, { recursive: true });
    for (const name of inner) await syncFolder(join(target, name));
    await syncFolder(target);
    return { ok: true };
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    if (made !== undefined) await rmdir(target).catch(() => undefined);
    const words = systemError(error);
    if (words === undefined) throw error;
    return { ok: false, message: `cannot write ${current}: ${words}` };
  }
}

/** Says before a long solve that a file could not be written; makes nothing. */
export async function checkFileWritable(io: Pick<Io, 'cwd'>, file: string): Promise<{ readonly ok: true } | Refusal> {
  const found = await stat(resolve(io.cwd, file)).catch(() => undefined);
  if (found?.isDirectory()) return { ok: false, message: `cannot write ${file}: it is a directory` };
  return checkWritable(io, dirname(file));
}

/** Says before a long solve that a folder could not be written into; makes nothing. */
export async function checkWritable(io: Pick<Io, 'cwd'>, folder: string): Promise<{ readonly ok: true } | Refusal> {
  if (folder === '') return { ok: false, message: '--out must name a folder, got nothing' };
  let place = resolve(io.cwd, folder);
  for (;;) {
    try {
      if (!(await stat(place)).isDirectory())
        return { ok: false, message: `cannot write ${folder}: it is not a directory` };
      await access(place, constants.W_OK);
      return { ok: true };
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      const words = systemError(error);
      if (words === undefined) throw error;
      if (!missing || dirname(place) === place) return { ok: false, message: `cannot write ${folder}: ${words}` };
      place = dirname(place);
    }
  }
}
