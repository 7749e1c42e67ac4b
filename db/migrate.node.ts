import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from './client.ts';

/** Of this release. The same folder from db/ and from the bundle in dist/, which is its neighbour. */
const MIGRATIONS = fileURLToPath(new URL('../db/migrations', import.meta.url));

/** How far a database is: foreign: it has tables, but not Gilde's; newer: a later release has migrated it. */
export type SchemaState =
  | { readonly is: 'empty' | 'foreign' | 'newer' }
  | { readonly is: 'known'; readonly applied: number; readonly pending: number };

/** Compares what was applied to a database with the migrations of a folder. */
export async function schemaState(database: Database, migrationsFolder = MIGRATIONS): Promise<SchemaState> {
  const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  const tables = await database.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  );
  if (tables.length === 0) return { is: 'empty' };
  if (!tables.some(({ name }) => name === '__drizzle_migrations')) return { is: 'foreign' };
  const applied = await database.all<{ hash: string }>(sql`select hash from __drizzle_migrations`);
  if (!applied.every(({ hash }) => known.includes(hash))) return { is: 'newer' };
  if (applied.length === 0 && tables.length > 1) return { is: 'foreign' };
  return { is: 'known', applied: applied.length, pending: known.length - applied.length };
}

/** The schema is up to date, `applied` migrations later; or nothing was touched, since the tables are not this release's. */
export type Migrated =
  | { readonly ok: true; readonly applied: number }
  | { readonly ok: false; readonly is: 'foreign' | 'newer' };

/**
 * Applies the migrations that are missing, all of them or none: one that fails throws and leaves the database as it was. Two
 * processes may start at once: who comes second finds the work done.
 */
export async function migrateDatabase(database: Database, migrationsFolder = MIGRATIONS): Promise<Migrated> {
  const before = await schemaState(database, migrationsFolder);
  if (before.is === 'foreign' || before.is === 'newer') return { ok: false, is: before.is };
  try {
    await migrate(database, { migrationsFolder });
  } catch (error) {
    const now = await schemaState(database, migrationsFolder);
    if (now.is !== 'known' || now.pending > 0) throw error;
  }
  const pending = before.is === 'known' ? before.pending : readMigrationFiles({ migrationsFolder }).length;
  return { ok: true, applied: pending };
}
