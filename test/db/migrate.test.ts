import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../../db/client.ts';
import { fileUrl } from '../../db/file-copy.node.ts';
import { migrateDatabase, schemaState } from '../../db/migrate.node.ts';
import { emptyFolder } from '../src/cli/support/folder.ts';
import { newFile, PLACES, storeOf, surroundingsOf, waitingOfTests } from '../support/storage.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

async function opened(path: string): Promise<Database> {
  const database = await openDatabase({ url: fileUrl(path) }, waitingOfTests);
  onTestFinished(() => database.close());
  return database;
}

/** The migrations of a release to come: those of this one and one more. */
async function withOneMore(text: string): Promise<string> {
  const folder = join(await emptyFolder(), 'migrations');
  await mkdir(folder);
  await cp(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8'));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_next' });
  await writeFile(path, JSON.stringify(journal));
  await writeFile(join(folder, '9999_next.sql'), text);
  return folder;
}

const NEXT = 'alter table `organisations` add `city` text;';
const columns = async (database: Database) =>
  (await database.all<{ name: string }>(sql`pragma table_info(organisations)`)).map(({ name }) => name);

describe.each(PLACES)('migrations of a database %s', (_, open) => {
  test('are applied once, and what is there stays', async () => {
    const database = await open();
    const { organisation } = await storeOf(database, 'Werf', surroundingsOf('migrate').surroundings);
    expect(await migrateDatabase(database)).toEqual({ ok: true, applied: 0 });
    expect(await migrateDatabase(database, await withOneMore(NEXT))).toEqual({ ok: true, applied: 1 });
    expect(await database.all(sql`select name, city from organisations`)).toEqual([
      { name: organisation.name, city: null },
    ]);
  });

  test('leave everything as it was when one fails in its middle', async () => {
    const database = await open();
    const before = await columns(database);
    const broken = await withOneMore(`${NEXT}\n--> statement-breakpoint\ninsert into nothing values (1);`);
    await expect(migrateDatabase(database, broken)).rejects.toThrow();
    expect(await columns(database)).toEqual(before);
    expect(await schemaState(database, broken)).toMatchObject({ is: 'known', pending: 1 });
    expect(await schemaState(database)).toMatchObject({ is: 'known', pending: 0 });
  });
});

describe('migrations of a database in a file', () => {
  test('may be asked for by two at once', async () => {
    const path = await newFile();
    const both = await Promise.all(
      [await opened(path), await opened(path)].map((database) => migrateDatabase(database)),
    );
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  });

  test('are not applied to what a later release wrote, nor to tables of somebody else', async () => {
    const later = await opened(await newFile());
    await migrateDatabase(later, await withOneMore(NEXT));
    expect(await migrateDatabase(later)).toEqual({ ok: false, is: 'newer' });
    const foreign = await opened(await newFile());
    await foreign.run(sql`create table invoices (id integer)`);
    expect(await migrateDatabase(foreign)).toEqual({ ok: false, is: 'foreign' });
    expect(await foreign.all(sql`select name from sqlite_master`)).toEqual([{ name: 'invoices' }]);
  });

  test('are what the tables in db/schema say: nothing is left to generate', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const out = join(await emptyFolder(), 'migrations');
    await cp(MIGRATIONS, out, { recursive: true });
    const kit = join(root, 'node_modules/.bin/drizzle-kit');
    const told = execFileSync(
      kit,
      ['generate', '--dialect', 'sqlite', '--schema', './db/schema/*.ts', '--out', relative(root, out)],
      { cwd: root, encoding: 'utf8' },
    );
    expect(told).toContain('No schema changes');
  });
});
