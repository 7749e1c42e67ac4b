import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { stressSchema } from '../../../scenarios/wire/stress-schema.ts';
import { workplace } from './support/folder.ts';
import { plannedTiny } from './support/planned.ts';
import { run } from './support/run.ts';

describe('gilde stress', () => {
  test('tells what breaks a plan, on 80 columns, and writes its tables', async () => {
    const cwd = await plannedTiny();
    const argv = ['stress', 'out/plan.json', '--target', '0.5', '--recover', '1', '--out', 'told'];
    const ran = await run(argv, { cwd, columns: 80, env: { NO_COLOR: '1' } });
    expect(ran.code).toBe(0);
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot('expected/stress-tiny.txt');
    expect((await readdir(`${cwd}/told`)).sort()).toEqual([
      'breaking-set-products.csv',
      'breaking-sets.csv',
      'stress-windows.csv',
      'stress.csv',
      'stress.json',
    ]);
    expect(await readFile(`${cwd}/told/stress.csv`, 'utf8')).toBe(
      'domain,domains,size,atLeast,proof,lost,from,to,left,pivotal\n' +
        'supplier,4,1,1,exact,S4,2026-Q1,2026-Q1,0,\n' +
        'region,4,1,1,exact,NL414,2026-Q1,2026-Q1,0,\n',
    );
    const json = await run([...argv, '--json'], { cwd });
    expect(stressSchema.parse(JSON.parse(json.stdout))).toEqual(
      stressSchema.parse(JSON.parse(await readFile(`${cwd}/told/stress.json`, 'utf8'))),
    );
  });

  test('tells what is proven where there is no time', async () => {
    const cwd = await plannedTiny();
    const ran = await run(['stress', 'out/plan.json', '--time', '0', '--domains', 'supplier', '--json'], { cwd });
    expect(ran.code).toBe(0);
    expect(stressSchema.parse(JSON.parse(ran.stdout)).kinds).toMatchObject([
      { size: null, atLeast: 1, proof: 'bound', smallest: null },
    ]);
  });

  test.each([
    [['--target', '0'], '--target must be a number above 0, up to 1, got 0'],
    [['--target', 'half'], '--target must be a number above 0, up to 1, got half'],
    [['--domains', 'firm'], '--domains must be supplier, group, region or tag, got firm'],
    [['--recover', '0'], '--recover must be a whole number from 1 to 400, got 0'],
    [['--surge', '-1'], '--surge must be a number from 0 to 10, got -1'],
    [['--time', 'long'], '--time must be a number of seconds, 0 or more, got long'],
  ])('refuses %j', async (options, words) => {
    const ran = await run(['stress', 'nothing.json', ...options], { cwd: await workplace() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
  });

  test('names all that is wrong at once, and a plan that is not there', async () => {
    const cwd = await workplace();
    const ran = await run(['stress', 'nothing.json', '--target', '2', '--recover', 'x'], { cwd });
    expect(ran.stderr).toContain('--target must be');
    expect(ran.stderr).toContain('--recover must be');
    expect((await run(['stress', 'nothing.json'], { cwd })).code).toBe(2);
  });
});
