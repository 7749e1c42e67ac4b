import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contents, emptyFolder } from './support/folder.ts';
import { run } from './support/run.ts';

const generate = (...options: string[]) => ['registry', 'generate', ...options];

describe('gilde registry generate', () => {
  test('writes the tables of a registry, the same ones for the same seed and size', async () => {
    const cwd = await emptyFolder();
    const ran = await run(generate('--seed', '7', '--size', '60', '--to', 'a'), { cwd });
    expect(ran).toEqual({
      code: 0,
      stdout: 'Wrote 60 synthetic suppliers to a: README.md, suppliers.csv, capacity.csv, certificates.csv\n',
      stderr: '',
    });
    await run(generate('--seed', '7', '--size', '60', '--to', 'b'), { cwd });
    expect(await contents(join(cwd, 'a'))).toEqual(await contents(join(cwd, 'b')));
  });

  test('adds options to expand only where asked', async () => {
    const cwd = await emptyFolder();
    await run(generate('--size', '300', '--to', 'a', '--expansions'), { cwd });
    const lines = (await readFile(join(cwd, 'a/expansions.csv'), 'utf8')).trim().split('\n');
    expect(lines[0]).toBe('supplier,process,option,hoursPerPeriod,capex,leadTime,maximum,heads');
    expect(lines.length).toBeGreaterThan(50);
  });

  test('overwrites nothing: a file that is there keeps its text and no other is written', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'capacity.csv'), 'mine');
    const ran = await run(generate('--size', '5', '--to', '.'), { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('capacity.csv already exists, so nothing was written');
    expect(await contents(cwd)).toEqual({ 'capacity.csv': 'mine' });
  });

  test.each([
    [['--size', '0', '--to', 'a'], '--size must be a whole number from 1 to 200000, got 0'],
    [['--size', '1.5', '--to', 'a'], '--size must be a whole number from 1 to 200000, got 1.5'],
    [['--seed', '-1', '--to', 'a'], '--seed must be a whole number from 0 to 4294967295, got -1'],
    [['--to', ''], '--to must name a folder, got nothing'],
    [['--size', '5'], "required option '--to <dir>' not specified"],
  ])('refuses %j', async (options, message) => {
    const cwd = await emptyFolder();
    const ran = await run(generate(...options), { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(await contents(cwd)).toEqual({});
  });
});
