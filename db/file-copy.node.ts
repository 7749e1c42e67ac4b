import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Waiting } from './busy.ts';
import { connect, type Database } from './client.ts';
import { isDamaged } from './fault.ts';
import { schemaState } from './migrate.node.ts';

/** The URL of a database file. */
export const fileUrl = (path: string): string => pathToFileURL(path).href;

/** What SQLite keeps beside a database file. */
export const COMPANIONS = ['-wal', '-shm', '-journal'] as const;

/** Removes a database file and what SQLite keeps beside it. */
export const removeDatabase = async (path: string): Promise<void> => {
  for (const end of [...COMPANIONS, '']) await rm(`${path}${end}`, { force: true });
};

/** Puts what was written under a name onto the disk, and the name itself where the platform lets a folder be synced. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Opens the database of a file, does something and closes it. */
export async function withFile<T>(path: string, waiting: Waiting, use: (database: Database) => Promise<T>): Promise<T> {
  const database = connect({ url: fileUrl(path) }, waiting);
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

/** Why a file is no sound database of this release, in words; undefined where it is one. */
export async function unsound(path: string, waiting: Waiting): Promise<string | undefined> {
  try {
    return await withFile(path, waiting, async (database) => {
      const [check] = await database.values<[string]>(sql`pragma integrity_check(1)`);
      if (check?.[0] !== 'ok') return `is damaged: ${check?.[0]}`;
      const { is } = await schemaState(database);
      if (is === 'newer') return 'comes from a newer release of Gilde';
      return is === 'known' ? undefined : 'is not a database of Gilde';
    });
  } catch (error) {
    if (isDamaged(error)) return 'is not a sound database';
    throw error;
  }
}
