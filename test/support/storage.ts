import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Waiting } from '../../db/busy.ts';
import { type Database, type DatabasePlace, openDatabase } from '../../db/client.ts';
import { fileUrl } from '../../db/file-copy.node.ts';
import { migrateDatabase } from '../../db/migrate.node.ts';
import { createOrganisationStore } from '../../db/repositories/organisations.ts';
import { createStore } from '../../db/store.ts';
import type { Surroundings } from '../../db/surroundings.ts';
import type { Store } from '../../src/services/ports.ts';
import { emptyFolder } from '../src/cli/support/folder.ts';
import { serveDatabase } from './hrana-server.ts';

/** Waits as the command does. */
export const waitingOfTests: Waiting = { now: Date.now, chance: Math.random, sleep, patience: 10_000 };

/** A clock that a test sets, and bytes that follow from a seed: the same in every run, different at each call. */
export function surroundingsOf(seed: string, start = Date.UTC(2026, 0, 1)) {
  const clock = { now: start };
  let drawn = 0;
  const surroundings: Surroundings = {
    now: () => clock.now,
    randomBytes: (count) => {
      drawn += 1;
      return createHash('sha512').update(`${seed} ${drawn}`).digest().subarray(0, count);
    },
  };
  return { clock, surroundings };
}

/** A file that is not there yet, in a folder that goes away with the test. */
export const newFile = async (name = 'gilde.db'): Promise<string> => join(await emptyFolder(), name);

/** A migrated database, closed after the test. */
export async function databaseAt(place: DatabasePlace): Promise<Database> {
  const database = await openDatabase(place, waitingOfTests);
  onTestFinished(() => database.close());
  expectMigrated(await migrateDatabase(database));
  return database;
}

function expectMigrated(migrated: { readonly ok: boolean }): void {
  if (!migrated.ok) throw new Error('the database of a test could not be migrated');
}

/** A migrated database in a new file. */
export const embedded = async (): Promise<Database> => databaseAt({ url: fileUrl(await newFile()) });

const TOKEN = 'a token of tests';

/** A migrated database in a new file behind a server: what a Worker reaches. */
async function remote(): Promise<Database> {
  return databaseAt({ url: await serveDatabase(await newFile(), TOKEN), token: TOKEN });
}

/** Where the repositories must do the same. */
export const PLACES: readonly (readonly [name: string, open: () => Promise<Database>])[] = [
  ['in an embedded file', embedded],
  ['behind a server over HTTP', remote],
];

/** The store of a new organisation. */
export async function storeOf(database: Database, name: string, surroundings: Surroundings) {
  const organisation = await createOrganisationStore(database, surroundings).add(name);
  const store: Store = createStore(database, organisation.id, surroundings);
  return { organisation, store };
}
