import { readdir, readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { curveSchema } from '../../../scenarios/wire/curve-schema.ts';
import { workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const QUICK = ['--recover', '1', '--levels', '0.4,0.5', '--no-two'];

describe('gilde curve', () => {
  test('tells what each rung costs and brings, on 80 columns', async () => {
    const argv = ['curve', 'tiny', '--recover', '1', '--levels', '0.4,0.5'];
    const ran = await run(argv, { cwd: await workplace(), columns: 80, env: { NO_COLOR: '1' } });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot('expected/curve-tiny.txt');
  });

  test('writes the curve, its picture and the plan of each rung, which can be verified', async () => {
    const cwd = await workplace();
    const ran = await run(['curve', 'tiny', ...QUICK, '--out', 'out', '--svg', 'one.svg', '--json'], { cwd });
    expect(ran.code).toBe(0);
    const { points } = curveSchema.parse(JSON.parse(ran.stdout));
    const names = points.map(({ name }) => name);
    expect((await readdir(`${cwd}/out`)).sort()).toEqual([...names, 'curve.csv', 'curve.json', 'curve.svg'].sort());
    expect(await readFile(`${cwd}/out/curve.json`, 'utf8')).toBe(ran.stdout);
    const table = (await readFile(`${cwd}/out/curve.csv`, 'utf8')).trim().split('\n');
    expect(table.map((line) => line.split(',')[0])).toEqual(['name', ...names]);
    const picture = await readFile(`${cwd}/one.svg`, 'utf8');
    expect(picture).toBe(await readFile(`${cwd}/out/curve.svg`, 'utf8'));
    for (const words of ['N-0', 'two sources', 'N-1 at 40 %', 'N-1 at 50 %'])
      expect(picture).toContain(`>${words}</text>`);
    await expect(picture).toMatchFileSnapshot('expected/curve-tiny.svg');
    for (const name of names) {
      const verified = await run(['verify', `out/${name}/plan.json`], { cwd });
      expect(verified.code, verified.stdout).toBe(0);
    }
  });

  test('names the rules that leave no plan, with the exit code of an infeasible scenario', async () => {
    const cwd = await workplace({
      'scenario.yaml': (text) => text.replace('rules:', 'rules:\n  - { id: one, rule: member-count, max: 1 }'),
    });
    const ran = await run(['curve', 'tiny', ...QUICK], { cwd });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(/no plan holds .*one/);
  });

  test.each([
    [['--levels', '0.5,x'], '--levels must be a number above 0, up to 1, got 0.5,x'],
    [['--levels', '0'], '--levels must be a number above 0, up to 1, got 0'],
    [['--domains', 'firm'], '--domains must be'],
    [['--recover', '0.5', '--surge', '11'], '--surge must be a number from 0 to 10, got 11'],
    [['--time', 'x'], '--time must be'],
  ])('refuses %j and writes nothing', async (options, words) => {
    const cwd = await workplace();
    const ran = await run(['curve', 'tiny', ...options, '--out', 'out'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
    await expect(stat(`${cwd}/out`)).rejects.toThrow('ENOENT');
  });
});
