import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const SWEEP = `scenario: tiny
axes:
  - { name: multiplier, path: /programmes/0/demand/multiplier, values: [1.5, 2.5] }
  - name: lost
    cases:
      none: []
      S4: [{ op: add, path: /rules/-, value: { rule: exclude, suppliers: [S4] } }]
      typo: [{ op: add, path: /rules/-, value: { rule: exclude, suppliers: [S44] } }]
metrics: [cost, shortfall, multiple, members]
pareto: [cost, multiple]
`;

async function swept() {
  const cwd = await workplace();
  await writeFile(join(cwd, 'sweep.yaml'), SWEEP);
  return cwd;
}

const text = (cwd: string, name: string) => readFile(join(cwd, 'out', name), 'utf8');

describe('gilde batch', () => {
  test('tells all cases in one table, on 80 columns, and writes it', { timeout: 60_000 }, async () => {
    const cwd = await swept();
    const ran = await run(['batch', 'sweep.yaml', '--out', 'out'], {
      cwd,
      columns: 80,
      env: { NO_COLOR: '1', CI: '1' },
    });
    expect(ran.code).toBe(0);
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot('expected/batch-tiny.txt');
    expect((await readdir(join(cwd, 'out'))).sort()).toEqual([
      'base',
      'cases',
      'members.csv',
      'results.csv',
      'results.jsonl',
    ]);
    expect(await readdir(join(cwd, 'out', 'cases'))).toHaveLength(6);
    const [header] = (await text(cwd, 'results.csv')).split('\n');
    expect(header).toBe(
      'case,multiplier,lost,status,hit,cost,shortfall,multiple,members,pareto,reason,key,sha256,digest',
    );
  });

  test('goes on where it was: torn and missing results are solved again, the table is the same', {
    timeout: 60_000,
  }, async () => {
    const cwd = await swept();
    const argv = ['batch', 'sweep.yaml', '--out', 'out', '--plans'];
    await run(argv, { cwd });
    const before = [await text(cwd, 'results.csv'), await text(cwd, 'results.jsonl')];
    const [first, second] = (await readdir(join(cwd, 'out', 'cases'))).sort();
    await writeFile(join(cwd, 'out', 'cases', first!), (await text(cwd, `cases/${first}`)).slice(0, 100));
    await writeFile(join(cwd, 'out', 'cases', second!), '{"key":"x"}');
    await writeFile(join(cwd, 'out', 'results.csv'), '');
    const again = await run(argv, { cwd, columns: 100, env: { NO_COLOR: '1' } });
    expect(again.code).toBe(0);
    expect([await text(cwd, 'results.csv'), await text(cwd, 'results.jsonl')]).toEqual(before);
    const plans = await readdir(join(cwd, 'out', 'plans'));
    const verified = await Promise.all(
      plans.map(async (name) => (await run(['verify', `out/plans/${name}`, '--scenario', 'tiny'], { cwd })).code),
    );
    // Of the four plans one is of the scenario as it stands.
    expect(verified.sort()).toEqual([0, 1, 1, 1]);
  });

  test('states axes on the command line, and shows the cases without a solve', async () => {
    const cwd = await workplace();
    const argv = [
      'batch',
      'tiny',
      '-S',
      '/programmes/0/demand/multiplier=2,3',
      '-S',
      '/rules/0/max=range(0.5,0.6,0.1)',
    ];
    const ran = await run([...argv, '--dry-run'], { cwd });
    expect(ran.code).toBe(0);
    expect(
      ran.stdout
        .split('\n')
        .slice(0, 5)
        .map((line) => line.split(',').slice(0, 4).join()),
    ).toEqual([
      'case,/programmes/0/demand/multiplier,/rules/0/max,status',
      ...['1,2,0.5,open', '2,2,0.6,open', '3,3,0.5,open', '4,3,0.6,open'],
    ]);
    expect(ran.stderr).toContain('4 cases, ');
  });

  test.each([
    [['tiny'], 'nothing is varied'],
    [['tiny', '-S', 'x'], '-S must be a path, = and its values, got x'],
    [['tiny', '-S', '/name=range(2,1)'], '-S must be a list of values'],
    [['tiny', '-S', 'name=a'], 'expected a JSON pointer into the scenario'],
    [['tiny', '-S', '/name=a', '--design', 'latin-hypercube'], 'no samples'],
    [['tiny', '-S', '/name=a', '--threads', '0'], '--threads must be a whole number from 1 to 64, got 0'],
    [['sweep.yaml', '-S', '/name=a'], 'states its axes and its design itself'],
    [['missing.yaml'], 'cannot read missing.yaml'],
    [['tiny', '-S', '/name=a', '--gap', '2'], '--gap must be'],
    [['tiny', '-S', '/name=a', '--metrics', 'price'], 'not a known word'],
  ])('refuses %j', async (options, words) => {
    const ran = await run(['batch', ...options], { cwd: await swept() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(words);
  });

  test('says so where no case has a plan', async () => {
    const cwd = await workplace();
    const ran = await run(['batch', 'tiny', '-S', '/rules/0/min=-1,-2', '--json'], { cwd });
    expect(ran.code).toBe(4);
    expect(
      ran.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).status),
    ).toEqual(['invalid', 'invalid']);
  });
});
