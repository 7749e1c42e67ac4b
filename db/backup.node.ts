import { access, link, lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Waiting } from './busy.ts';
import { removeDatabase, syncFile, unsound, withFile } from './file-copy.node.ts';
import type { Kept } from './keeper.ts';

/** Whether anything has this path. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/**
 * Copies the database of a file into a new file, as it stands at one instant, while others may read and write it. The copy is checked
 * and appears under its name at once, whole. Throws what the file system or the database refuses.
 */
export async function backupDatabase(
  source: string,
  copy: string,
  waiting: Waiting,
): Promise<Kept<{ readonly bytes: number }>> {
  if (await isThere(copy)) return { ok: false, message: `${copy} already exists`, hint: 'name another file' };
  await access(source);
  await access(dirname(copy));
  const broken = await unsound(source, waiting);
  if (broken !== undefined) return { ok: false, message: `${source} ${broken}` };
  const part = `${copy}.part-${process.pid}`;
  try {
    await withFile(source, waiting, (database) => database.run(sql`vacuum into ${part}`));
    const spoilt = await unsound(part, waiting);
    if (spoilt !== undefined) return { ok: false, message: `the copy ${spoilt}` };
    await syncFile(part);
    // Unlike rename(), link() never overwrites.
    await link(part, copy);
    await syncFile(copy);
    return { ok: true, bytes: (await lstat(copy)).size };
  } finally {
    await removeDatabase(part);
  }
}
