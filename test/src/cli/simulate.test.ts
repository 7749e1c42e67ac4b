import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { simulationSchema } from '../../../scenarios/wire/simulation-schema.ts';
import { workplace } from './support/folder.ts';
import { plannedTiny } from './support/planned.ts';
import { run } from './support/run.ts';

describe('gilde simulate', () => {
  test('tells how a plan fares, on 80 columns, and writes its tables', async () => {
    const cwd = await plannedTiny();
    const argv = ['simulate', 'out/plan.json', '--outages', '0.1', '--out', 'futures', '--compare', 'out/plan.json'];
    const ran = await run(argv, { cwd, columns: 80, env: { NO_COLOR: '1' } });
    expect(ran.code).toBe(0);
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot('expected/simulate-tiny.txt');
    expect((await readdir(`${cwd}/futures`)).length).toBe(6);
    const json = await run([...argv, '--json'], { cwd });
    expect(simulationSchema.parse(JSON.parse(json.stdout)).terms).toMatchObject({ runs: 1000, seed: 1 });
  });

  test.each([
    [['--runs', '0'], '--runs must be'],
    [['--demand-spread', 'x'], '--demand-spread must be'],
    [['--common', 'firm=0.1'], '--common must be group, region or tag'],
    [['--multiples', '2,,3'], '--multiples must be numbers above 0'],
  ])('refuses %j', async (options, words) => {
    const ran = await run(['simulate', 'nothing.json', ...options], { cwd: await workplace() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
  });
});
