import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workplace } from './support/folder.ts';
import { run } from './support/run.ts';

/** The example tiny and one in which S4 has fewer hours and S2 waits longer for its certificate, both planned. */
async function two(): Promise<string> {
  const cwd = await workplace();
  await cp(join(cwd, 'tiny'), join(cwd, 'later'), { recursive: true });
  const change = async (file: string, from: string, to: string) => {
    const path = join(cwd, 'later', file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  };
  await change('capacity.csv', 'S4,milling,60,', 'S4,milling,50,');
  await change('certificates.csv', 'obtainable,,,1,1000', 'obtainable,,,3,1000');
  for (const name of ['tiny', 'later']) await run(['plan', name, '--out', `out/${name}`], { cwd });
  return cwd;
}

const PLANS = ['out/tiny/plan.json', 'out/later/plan.json'];

describe('gilde compare', () => {
  test('tells what differs, who makes what instead and which change causes it, on 80 columns', async () => {
    const cwd = await two();
    const ran = await run(['compare', ...PLANS, '--causes'], { cwd, columns: 80, env: { NO_COLOR: '1' } });
    expect(ran.code).toBe(0);
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot('expected/compare-tiny.txt');
    const json = JSON.parse((await run(['compare', ...PLANS, '--json'], { cwd })).stdout);
    expect(json).toMatchObject({ format: 'gilde-comparison/1', differences: [{ plan: 1, joined: ['S3'], left: [] }] });
  });

  test('three plans stand side by side, those of one name apart', async () => {
    const cwd = await two();
    const ran = await run(['compare', ...PLANS, PLANS[0]!], { cwd });
    expect(ran.stdout).toContain('3 plans: tiny, later, tiny (2). The others are compared with tiny.');
    expect(ran.stdout).toContain('as good in every aim');
  });

  test('a plan that does not hold is not compared', async () => {
    const cwd = await two();
    const path = join(cwd, PLANS[1]!);
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace('"joined"', '"x"').replace(/"spend": \d+/, '"spend": 1'),
    );
    const ran = await run(['compare', ...PLANS], { cwd });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('does not hold for its scenario');
  });

  test.each([
    [['a.json'], 'two plans are needed'],
    [['a.json', 'b.json', '--time', '5'], '--time is for --causes'],
    [['a.json', 'b.json', '--causes', '--time', 'x'], '--time must be a number above 0'],
    [['a.json', 'b.json', '--scenario', 'p', '--scenario', 'q', '--scenario', 'r'], '--scenario must be given once'],
    [['a.json', 'b.json'], 'cannot read a.json'],
  ])('refuses %j', async (options, words) => {
    const ran = await run(['compare', ...options], { cwd: await workplace() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
  });
});
