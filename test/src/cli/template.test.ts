import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TABLES } from '../../../scenarios/domain/scenario.ts';
import { keysAt } from '../../../scenarios/wire/keys-at.ts';
import { programme, SETTINGS } from '../../../scenarios/wire/settings.ts';
import { fileOf, TABLE_ROWS } from '../../../scenarios/wire/tables/index.ts';
import { contents, emptyFolder } from './support/folder.ts';
import { run } from './support/run.ts';

async function written(): Promise<{ readonly cwd: string; readonly files: Readonly<Record<string, string>> }> {
  const cwd = await emptyFolder();
  const ran = await run(['template', '--to', 'new'], { cwd });
  expect(ran.code).toBe(0);
  return { cwd, files: await contents(join(cwd, 'new')) };
}

describe('gilde template', () => {
  test('writes a folder that plans as it is: nothing short, every rule kept, no warning', async () => {
    const { cwd } = await written();
    const ran = await run(['plan', 'new', '--json'], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stderr).not.toContain('warning');
    const plan = JSON.parse(ran.stdout);
    expect(plan).toMatchObject({ status: 'optimal', aims: [{ aim: 'shortfall', value: 0 }, { aim: 'cost' }] });
    expect(plan.certificates).toMatchObject([{ supplier: 'SUP-2', certificate: 'EN 1090-2 EXC2' }]);
  });

  test('heads every table with the columns that the reader knows, in its order, above at most five rows', async () => {
    const { files } = await written();
    expect(Object.keys(files).sort()).toEqual([...TABLES.map(fileOf), 'README.md', 'scenario.yaml'].sort());
    for (const table of TABLES) {
      const [head, ...rows] = files[fileOf(table)]!.trim().split('\n');
      expect(head, table).toBe(Object.keys(TABLE_ROWS[table].shape).join(','));
      expect(rows.length, table).toBeLessThanOrEqual(5);
      expect(rows.length, table).toBeGreaterThan(0);
    }
  });

  test('names every setting in scenario.yaml and every column in README.md, the required ones in bold', async () => {
    const { files } = await written();
    const yaml = files['scenario.yaml']!;
    for (const [block, schema] of Object.entries({ ...SETTINGS, programmes: programme })) {
      expect(yaml).toMatch(new RegExp(`^(# )?${block}:`, 'm'));
      for (const key of keysAt(schema, [])) expect(yaml, `${block}.${key}`).toMatch(new RegExp(`\\b${key}: `));
    }
    for (const table of TABLES)
      for (const column of Object.keys(TABLE_ROWS[table].shape))
        expect(files['README.md']).toMatch(new RegExp(`^- (\\*\\*)?${column}(\\*\\*)?: \\S`, 'm'));
    expect(files['README.md']).toContain('- **hoursPerPeriod**: ');
    expect(files['README.md']).toContain('- leadTime: ');
  });

  test('overwrites nothing: where one of its files is there, none is written', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'mine'));
    await writeFile(join(cwd, 'mine/bom.csv'), 'parent,item,quantity\n');
    const ran = await run(['template', '--to', 'mine'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('mine/bom.csv already exists, so nothing was written');
    expect(await contents(join(cwd, 'mine'))).toEqual({ 'bom.csv': 'parent,item,quantity\n' });
  });

  test('says where a folder cannot be', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'file'), '');
    const ran = await run(['template', '--to', 'file'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('cannot write file: it is not a directory');
  });
});
