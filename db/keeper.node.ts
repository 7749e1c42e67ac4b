import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backupDatabase, isThere } from './backup.node.ts';
import type { Waiting } from './busy.ts';
import { type DatabasePlace, isEmbedded, openDatabase } from './client.ts';
import { contentsOf } from './contents.ts';
import { faultWords } from './fault.ts';
import type { DatabaseKeeper } from './keeper.ts';
import { migrateDatabase } from './migrate.node.ts';
import { restoreDatabase } from './restore.node.ts';
import type { Surroundings } from './surroundings.ts';

const WHOSE = {
  foreign: 'the database holds tables that are not of Gilde',
  newer: 'the database was migrated by a newer release of Gilde',
} as const;

const REMOTE = {
  ok: false,
  message: 'only an embedded database is copied file by file, not one behind a URL',
  hint: 'a libSQL server has backups of its own',
} as const;

const absent = ({ url }: DatabasePlace) => ({
  ok: false as const,
  message: `there is no database ${fileURLToPath(url)}`,
  hint: 'gilde serve and gilde migrate make one that is not there',
});

/** The keeper on Node; `surroundings` serve what a database is opened for. */
export function createDatabaseKeeper(waiting: Waiting, surroundings: Surroundings): DatabaseKeeper {
  const migrated = async (place: DatabasePlace) => {
    if (isEmbedded(place)) await mkdir(dirname(fileURLToPath(place.url)), { recursive: true });
    const database = await openDatabase(place, waiting);
    try {
      const done = await migrateDatabase(database);
      if (done.ok) return { ...done, database };
      database.close();
      return { ok: false, message: WHOSE[done.is] } as const;
    } catch (error) {
      database.close();
      throw error;
    }
  };
  return {
    migrate: async (place) => {
      const done = await migrated(place);
      if (!done.ok) return done;
      done.database.close();
      return { ok: true, applied: done.applied };
    },
    open: async (place, { make }) => {
      // Whoever misspells a path must not be shown an empty database in its stead.
      if (!make && isEmbedded(place) && !(await isThere(fileURLToPath(place.url)))) return absent(place);
      const done = await migrated(place);
      return done.ok ? { ok: true, contents: contentsOf(done.database, surroundings) } : done;
    },
    backup: async (place, copy) =>
      isEmbedded(place) ? backupDatabase(fileURLToPath(place.url), copy, waiting) : REMOTE,
    restore: async (place, backup, options) =>
      isEmbedded(place) ? restoreDatabase(backup, fileURLToPath(place.url), options, waiting) : REMOTE,
    words: faultWords,
  };
}
