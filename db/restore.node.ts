import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Waiting } from './busy.ts';
import { isDamaged, isInUse } from './fault.ts';
import { COMPANIONS, removeDatabase, syncFile, unsound, withFile } from './file-copy.node.ts';
import type { Kept } from './keeper.ts';

const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  );

/**
 * Folds the log of a database into its file and leaves it to itself. SQLite grants this only where nobody else has the database
 * open, so that it also answers whether someone has. A file that is no sound database cannot be asked: its log goes with it.
 */
async function settle(target: string, waiting: Waiting): Promise<boolean> {
  try {
    const [mode] = await withFile(target, waiting, (database) =>
      database.values<[string]>(sql`pragma journal_mode = delete`),
    );
    return mode?.[0] === 'delete';
  } catch (error) {
    if (isInUse(error)) return false;
    if (!isDamaged(error)) throw error;
    for (const end of COMPANIONS) await rm(`${target}${end}`, { force: true });
    return true;
  }
}

/**
 * Puts a backup in the place of a database file. The copy is checked before it replaces anything, and replaces it at once: there is
 * the old database or the new one, never half of one. Throws what the file system or the database refuses.
 */
export async function restoreDatabase(
  backup: string,
  target: string,
  { replace }: { readonly replace: boolean },
  waiting: Waiting,
): Promise<Kept<{ readonly replaced: boolean }>> {
  const replaced = (await sizeOf(target)) !== undefined;
  if (replaced && !replace)
    return { ok: false, message: `${target} already exists`, hint: '--replace puts the backup in its place' };
  if (((await sizeOf(`${backup}-wal`)) ?? 0) > 0)
    return { ok: false, message: `${backup} is a database in use`, hint: 'make a copy of it by gilde backup' };
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part-${process.pid}`;
  try {
    await copyFile(backup, part);
    await settle(part, waiting);
    const broken = await unsound(part, waiting);
    if (broken !== undefined) return { ok: false, message: `${backup} ${broken}` };
    await syncFile(part);
    if (replaced && !(await settle(target, { ...waiting, patience: 0 })))
      return { ok: false, message: `${target} is in use`, hint: 'stop what uses it, then try again' };
    await rename(part, target);
    await syncFile(target);
    return { ok: true, replaced };
  } finally {
    await removeDatabase(part);
  }
}
