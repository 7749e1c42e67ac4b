import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { patient, type Waiting } from './busy.ts';

/** Where a database is: a `file:` URL on Node, or the URL of a libSQL server with the token that it asks for. */
export interface DatabasePlace {
  readonly url: string;
  readonly token?: string;
}

/** Whether the database is a file of this machine. */
export const isEmbedded = ({ url }: DatabasePlace): boolean => url.startsWith('file:');

/** A database to be asked. Its tables are there once the migrations have been applied. */
export type Database = LibSQLDatabase<Record<string, never>> & { readonly close: () => void };

/**
 * Connects to a database; throws where it cannot be opened. One import serves both places: on Node it is the native library, in a
 * Worker the web client, which knows remote databases only. One connection to a file is enough: calls to it are synchronous.
 */
export function connect(place: DatabasePlace, waiting: Waiting): Database {
  const client = patient(
    createClient({
      url: place.url,
      ...(place.token !== undefined && { authToken: place.token }),
      ...(isEmbedded(place) && { concurrency: 1 }),
    }),
    waiting,
  );
  return Object.assign(drizzle({ client }), { close: () => client.close() });
}

/**
 * Connects to a database that is to be worked with. An embedded file is put into WAL mode, so that readers and a writer do not wait
 * for each other; each commit is synced to disk (`synchronous=FULL` is the default of this build).
 */
export async function openDatabase(place: DatabasePlace, waiting: Waiting): Promise<Database> {
  const database = connect(place, waiting);
  if (isEmbedded(place)) {
    await database.run(sql`pragma journal_mode = wal`);
    // From its first read on, a connection in WAL mode holds the file, so that `gilde restore` sees that it is in use.
    await database.run(sql`select 1 from sqlite_master limit 1`);
  }
  return database;
}
