import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backupDatabase } from './backup.node.ts';
import type { Waiting } from './busy.ts';
import { isEmbedded, openDatabase } from './client.ts';
import { faultWords } from './fault.ts';
import type { DatabaseKeeper } from './keeper.ts';
import { migrateDatabase } from './migrate.node.ts';
import { restoreDatabase } from './restore.node.ts';

const WHOSE = {
  foreign: 'the database holds tables that are not of Gilde',
  newer: 'the database was migrated by a newer release of Gilde',
} as const;

const REMOTE = {
  ok: false,
  message: 'only an embedded database is copied file by file, not one behind a URL',
  hint: 'a libSQL server has backups of its own',
} as const;

/** The keeper on Node. */
export const createDatabaseKeeper = (waiting: Waiting): DatabaseKeeper => ({
  migrate: async (place) => {
    if (isEmbedded(place)) await mkdir(dirname(fileURLToPath(place.url)), { recursive: true });
    const database = await openDatabase(place, waiting);
    try {
      const migrated = await migrateDatabase(database);
      return migrated.ok ? migrated : { ok: false, message: WHOSE[migrated.is] };
    } finally {
      database.close();
    }
  },
  backup: async (place, copy) => (isEmbedded(place) ? backupDatabase(fileURLToPath(place.url), copy, waiting) : REMOTE),
  restore: async (place, backup, options) =>
    isEmbedded(place) ? restoreDatabase(backup, fileURLToPath(place.url), options, waiting) : REMOTE,
  words: faultWords,
});
