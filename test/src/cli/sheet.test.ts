import { describe, expect, test } from 'vitest';
import { supplierSheetSchema } from '../../../scenarios/wire/supplier-sheet-schema.ts';
import { contents } from './support/folder.ts';
import { plannedTiny } from './support/planned.ts';
import { run } from './support/run.ts';

describe('gilde sheet', () => {
  test('prints the sheet of a member, and writes one for each', async () => {
    const cwd = await plannedTiny();
    const one = await run(['sheet', 'out/plan.json', '--supplier', 'S2'], { cwd });
    expect(one).toMatchObject({ code: 0, stderr: '' });
    await expect(one.stdout).toMatchFileSnapshot('expected/sheet-tiny.txt');
    const all = await run(['sheet', 'out/plan.json', '--out', 'out'], { cwd });
    expect(all).toMatchObject({ code: 0, stdout: '', stderr: 'Wrote 4 sheets to out/sheets\n' });
    const files = await contents(`${cwd}/out/sheets`);
    expect(Object.keys(files)).toHaveLength(8);
    expect(files['S2.md']).toBe(one.stdout);
  });

  test('prints it as JSON with the payback at a stated margin', async () => {
    const cwd = await plannedTiny();
    const ran = await run(['sheet', 'out/plan.json', '--supplier', 'S2', '--margin', '0.2', '--json'], { cwd });
    expect(supplierSheetSchema.parse(JSON.parse(ran.stdout)).payback.period).toBe('2026-Q3');
  });

  test.each([
    [['--supplier', 'S3'], 'S3 is no member of the plan'],
    [[], 'name a --supplier to print, or a folder with --out'],
    [['--supplier', 'S2', '--margin', '1.2'], '--margin must be a number in (0, 1], got 1.2'],
    [['--supplier', 'S2', '--scenario', 'nowhere'], 'nowhere'],
  ])('refuses %j', async (options, message) => {
    const ran = await run(['sheet', 'out/plan.json', ...options], { cwd: await plannedTiny() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(message);
  });
});
