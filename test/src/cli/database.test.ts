import { spawnSync } from 'node:child_process';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { fileUrl } from '../../../db/file-copy.node.ts';
import journal from '../../../db/migrations/meta/_journal.json' with { type: 'json' };
import { createOrganisationStore } from '../../../db/repositories/organisations.ts';
import { surroundingsOf, waitingOfTests } from '../../support/storage.ts';
import { bundleWriter, startWriter } from '../../support/storage-child.ts';
import { contents, emptyFolder } from './support/folder.ts';
import { run } from './support/run.ts';

const APPLIED = `${journal.entries.length} migrations applied.\n`;
const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

beforeAll(bundleWriter);

/** A folder with a migrated database `gilde.db` in it, and a way to note names in it and to read them. */
async function cellar() {
  const cwd = await emptyFolder();
  const env = { GILDE_DATABASE: 'gilde.db' };
  const gilde = (...argv: string[]) => run(argv, { cwd, env });
  expect(await gilde('migrate')).toEqual({ code: 0, stdout: `gilde.db: ${APPLIED}`, stderr: '' });
  const ask = async <T>(name: string, use: (store: ReturnType<typeof createOrganisationStore>) => Promise<T>) => {
    const database = await openDatabase({ url: fileUrl(join(cwd, name)) }, waitingOfTests);
    try {
      return await use(createOrganisationStore(database, surroundingsOf(String(Math.random())).surroundings));
    } finally {
      database.close();
    }
  };
  return { cwd, gilde, ask };
}

describe('gilde backup and gilde restore', () => {
  test('bring back the database as it was when it was copied, while it was in use', async () => {
    const { gilde, ask } = await cellar();
    const { id } = await ask('gilde.db', (store) => store.add('Werf'));
    const copied = await gilde('backup', 'copy.db');
    expect(copied).toMatchObject({ code: 0, stderr: '' });
    expect(copied.stdout).toMatch(/^Copied gilde\.db to copy\.db: [\d,]+ bytes\.\n$/);
    const restored = await gilde('restore', 'copy.db', '--database', 'elsewhere/new.db');
    expect(restored).toEqual({ code: 0, stdout: 'Made elsewhere/new.db from copy.db.\n', stderr: '' });
    expect(await ask('elsewhere/new.db', (store) => store.get(id))).toMatchObject({ name: 'Werf' });
  });

  test('overwrite nothing that was not asked for', async () => {
    const { cwd, gilde } = await cellar();
    await writeFile(join(cwd, 'mine.txt'), 'mine');
    const onto = await gilde('backup', 'mine.txt');
    expect(onto).toMatchObject({ code: 2, stdout: '' });
    expect(onto.stderr).toMatch(/mine\.txt already exists\nhint: name another file/);
    await gilde('backup', 'copy.db');
    const back = await gilde('restore', 'copy.db');
    expect(back).toMatchObject({ code: 2, stdout: '' });
    expect(back.stderr).toMatch(/gilde\.db already exists\nhint: --replace puts the backup in its place/);
    expect((await contents(cwd))['mine.txt']).toBe('mine');
  });

  test('replace a database that nobody uses, and refuse one that somebody has open', async () => {
    const { cwd, gilde } = await cellar();
    await gilde('backup', 'copy.db');
    await gilde('restore', 'copy.db', '--database', 'other.db');
    const holder = startWriter(['hold', fileUrl(join(cwd, 'other.db'))]);
    await holder.firstLine;
    // In a process of its own, as always: the library closes a file for good only when the process ends.
    const refused = spawnSync(process.execPath, [CLI, 'restore', 'copy.db', '--replace', '--database', 'other.db'], {
      ...{ cwd, encoding: 'utf8' },
    });
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(/other\.db is in use\nhint: stop what uses it/);
    holder.process.kill('SIGKILL');
    await holder.ended;
    const replaced = await gilde('restore', 'copy.db', '--replace', '--database', 'other.db');
    expect(replaced).toEqual({ code: 0, stdout: 'Replaced other.db from copy.db.\n', stderr: '' });
    const left = Object.keys(await contents(cwd));
    expect(left.filter((name) => /^other|part/.test(name))).toEqual(['other.db']);
  });

  test('replace a damaged database by a sound copy, and its log with it', async () => {
    const { cwd, gilde } = await cellar();
    await gilde('backup', 'copy.db');
    for (const name of ['bad.db', 'bad.db-wal']) await writeFile(join(cwd, name), 'no database at all '.repeat(100));
    const replaced = await gilde('restore', 'copy.db', '--replace', '--database', 'bad.db');
    expect(replaced).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(await contents(cwd)).filter((name) => name.startsWith('bad'))).toEqual(['bad.db']);
    expect(await gilde('migrate', '--database', 'bad.db')).toMatchObject({ stdout: 'bad.db is up to date.\n' });
  });

  test.each<[string, (cwd: string) => Promise<void>, RegExp]>([
    ['cut short', (cwd) => truncate(join(cwd, 'copy.db'), 50_000), /copy\.db (is damaged|is not a sound database)/],
    ['a text', (cwd) => writeFile(join(cwd, 'copy.db'), 'a text'), /copy\.db is not a sound database/],
    ['empty', (cwd) => truncate(join(cwd, 'copy.db'), 0), /copy\.db is not a database of Gilde/],
    ['in use', (cwd) => writeFile(join(cwd, 'copy.db-wal'), 'pages'), /copy\.db is a database in use/],
  ])('refuse a copy that is %s, and leave the database alone', async (_, spoil, message) => {
    const { cwd, gilde } = await cellar();
    await gilde('backup', 'copy.db');
    await spoil(cwd);
    const refused = await gilde('restore', 'copy.db', '--replace', '--database', 'new.db');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(message);
    expect(Object.keys(await contents(cwd)).filter((name) => name.startsWith('new.db'))).toEqual([]);
  });

  test.each([
    [['backup', 'copy.db', '--database', 'none.db'], /none\.db: no such file or directory/],
    [['backup', 'no/folder/copy.db'], /no\/folder: no such file or directory/],
    [['restore', 'none.db', '--replace'], /none\.db: no such file or directory/],
    [['backup', 'copy.db', '--database', 'libsql://gilde.example.org'], /only an embedded database is copied/],
    [['backup', ''], /FILE must name a file, got nothing/],
    [['migrate', '--database', ''], /--database must name a file or a URL, got nothing/],
    [['migrate', '--database', 'ftp://gilde.example.org'], /the URL of the database must start with file:/],
    [['migrate', '--database', 'http://127.0.0.1:9'], /the database server cannot be reached/],
  ])('%j is refused', async (argv, message) => {
    const { gilde } = await cellar();
    const refused = await gilde(...argv);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(message);
  });
});

describe('the database of a command', () => {
  test.each([
    [{ XDG_DATA_HOME: 'xdg', HOME: 'home' }, 'xdg/gilde/gilde.db'],
    [{ HOME: 'home' }, 'home/.local/share/gilde/gilde.db'],
    [{ HOME: 'home', GILDE_DATABASE: 'stated.db' }, 'stated.db'],
    [{ HOME: 'home', GILDE_DATABASE: 'with space é.db' }, 'with space é.db'],
  ])('by the environment %j is %s', async (env, path) => {
    const cwd = await emptyFolder();
    expect((await run(['migrate'], { cwd, env })).stdout).toBe(`${path}: ${APPLIED}`);
  });

  test('must be named where there is no place for it', async () => {
    const refused = await run(['migrate'], { env: {} });
    expect(refused.stderr).toMatch(/no database is named\nhint: name a file by --database or GILDE_DATABASE/);
  });
});
