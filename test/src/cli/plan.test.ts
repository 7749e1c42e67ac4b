import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Engine } from '../../../src/services/ports.ts';
import { highsOfTests as highs } from '../../support/highs.ts';
import { contents, emptyFolder, workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const answering =
  (solve: Engine['solve']): (() => Promise<Engine>) =>
  async () => ({ ...highs, solve });

const RULES = /rules:\n(?: {2}- .*\n)+/;
const impossible = (yaml: string): string =>
  yaml.replace(
    RULES,
    'rules:\n  - { id: two, rule: source-count, min: 2, strict: true }\n  - { id: one, rule: member-count, max: 1 }\n',
  );

describe('gilde plan', () => {
  test('tells the best plan of the example and says how to keep it', async () => {
    const cwd = await workplace();
    const ran = await run(['plan', 'tiny'], { cwd });
    expect(ran.code).toBe(0);
    await expect(ran.stdout).toMatchFileSnapshot('expected/tiny.txt');
    expect(ran.stderr).toBe('\nNothing was written. To keep the plan:\n  gilde plan tiny --out out/tiny\n');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('tells how to keep this very plan, with the options that it was made with', async () => {
    const ran = await run(['plan', 'tiny', '--gap', '0.02', '--seed', '3', '--time', '20'], { cwd: await workplace() });
    expect(ran.stderr).toContain('  gilde plan tiny --gap 0.02 --time 20 --seed 3 --out out/tiny\n');
  });

  test('writes the plan, its tables and the run into the folder asked for', async () => {
    const cwd = await workplace();
    const ran = await run(['plan', 'tiny', '--out', 'out/tiny'], { cwd });
    expect(ran.code).toBe(0);
    const files = await contents(join(cwd, 'out/tiny'));
    expect(Object.keys(files)).toEqual([
      ...[
        'awards.csv',
        'certificates-to-obtain.csv',
        'demand-cases.csv',
        'expansions-bought.csv',
        'members.csv',
        'origin.csv',
      ],
      ...['plan.json', 'production-by-case.csv', 'production.csv'],
      ...['ramp-up-by-case.csv', 'ramp-up.csv', 'run.json', 'shipments.csv', 'stock.csv'],
    ]);
    const made = (JSON.parse(files['plan.json']!) as Plan).production[0]!;
    expect(files['production.csv']?.split('\n').slice(0, 2)).toEqual([
      'supplier,item,period,quantity,unitCost',
      `${made.supplier},${made.item},${made.period},${made.quantity},${made.unitCost}`,
    ]);
    expect(files['shipments.csv']).toBe('item,from,to,consumer,quantity\n');
    const shares = (text: string | undefined) => text?.replace(/0\.\d+/g, (share) => Number(share).toFixed(3));
    expect(shares(files['awards.csv'])).toBe(
      'supplier,item,role,share,firstPeriod,qualificationCost\n' +
        'S1,FRAME,incumbent,0.371,2026-Q1,0\n' +
        'S2,FRAME,source,0.600,2026-Q2,0\n' +
        'S4,BRACKET,incumbent,0.774,2026-Q1,0\n' +
        'S5,BRACKET,second-source,0.219,2026-Q2,400\n',
    );
    expect(files['members.csv']?.split('\n')[2]).toMatch(
      /^S2,Supplier 2,C,NL,NL413,Oss,source,1,2026-Q1,2026-Q2,28200,0\.44/,
    );
    expect(files['ramp-up.csv']?.split('\n')[1]).toBe('2026-Q1,10,9,0.9,140,0,0,');
    const record = JSON.parse(files['run.json']!);
    expect(record).toMatchObject({ format: 'gilde-run/1', scenario: join(cwd, 'tiny'), status: 'optimal' });
    expect(record.digest).toBe(JSON.parse(files['plan.json']!).digest);
    expect(record.stages.map(({ stage }: { stage: string }) => stage)).toEqual(['read', 'solve', 'verify']);
    expect(ran.stderr).toContain('Next: gilde verify out/tiny/plan.json');
  });

  test('two runs of one scenario write the same plan.json to the byte', async () => {
    const cwd = await workplace();
    await run(['plan', 'tiny', '--out', 'a'], { cwd });
    await run(['plan', 'tiny', '--out', 'b'], { cwd, now: () => Date.now() });
    expect(await readFile(join(cwd, 'a/plan.json'))).toEqual(await readFile(join(cwd, 'b/plan.json')));
  });

  test('--json prints plan.json and nothing else on stdout', async () => {
    const cwd = await workplace();
    const ran = await run(['plan', 'tiny', '--out', 'out', '--json'], { cwd });
    expect(ran.stdout).toBe(await readFile(join(cwd, 'out/plan.json'), 'utf8'));
  });

  test('options replace the solve settings of the scenario, and the plan is still of that scenario', async () => {
    const cwd = await workplace();
    const options = ['--gap', '0.05', '--time', '5', '--work', '100', '--seed', '7', '--engine', 'highs'];
    await run(['plan', 'tiny', '--out', 'out', ...options], { cwd });
    const plan = JSON.parse(await readFile(join(cwd, 'out/plan.json'), 'utf8'));
    expect(plan).toMatchObject({ seed: 7, limits: { gap: 0.05, timeLimit: 5, workLimit: 100, hit: null } });
    expect((await run(['verify', 'out/plan.json'], { cwd })).code).toBe(0);
  });

  test.each([
    ['--engine names it', (text: string) => text, ['--engine', 'javascript-lp-solver']],
    ['the scenario names it', (text: string) => text.replace('engine: highs', 'engine: javascript-lp-solver'), []],
  ])('javascript-lp-solver finds the same optimum where %s', async (_name, rewrite, options) => {
    const cwd = await workplace({ 'scenario.yaml': rewrite });
    const ran = await run(['plan', 'tiny', '--out', 'out', ...options], { cwd });
    expect(ran.code, ran.stderr).toBe(0);
    const { engine, status, aims } = JSON.parse(await readFile(join(cwd, 'out/plan.json'), 'utf8'));
    const byHighs = JSON.parse((await run(['plan', 'tiny', '--engine', 'highs', '--json'], { cwd })).stdout);
    expect({ engine, status }).toEqual({
      engine: { name: 'javascript-lp-solver', version: '1.0.3' },
      status: 'optimal',
    });
    aims.forEach((aim: { value: number }, at: number) => {
      expect(aim.value).toBeCloseTo(byHighs.aims[at].value, 6);
    });
    expect((await run(['verify', 'out/plan.json'], { cwd })).code).toBe(0);
  });

  test('a scenario whose model is too large for the engine is refused before the solve', async () => {
    const cwd = await emptyFolder();
    const crane = new URL('../../../scenarios/examples/crane', import.meta.url).pathname;
    const ran = await run(['plan', crane, '--engine', 'javascript-lp-solver', '--out', 'out'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(
      /error: the model has \d+ columns × \d+ rows; javascript-lp-solver takes at most 1,000,000/,
    );
    expect(ran.stderr).toContain('hint: use --engine highs');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('rules that cannot hold together end with 3 and are named; the answer is kept where asked', async () => {
    const cwd = await workplace({ 'scenario.yaml': impossible });
    const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(/^No plan can hold these rules together: (one and two|two and one)\./);
    expect(JSON.parse(await readFile(join(cwd, 'out/plan.json'), 'utf8')).status).toBe('infeasible');
    expect((await run(['verify', 'out/plan.json'], { cwd })).code).toBe(0);
  });

  test('a lock on a firm that another rule excludes names both rules and the reason', async () => {
    const rules =
      'rules:\n  - { id: with-s2, rule: lock, supplier: S2, item: FRAME, award: true }\n' +
      '  - { id: without-s2, rule: exclude, suppliers: [S2] }\n';
    const cwd = await workplace({ 'scenario.yaml': (yaml) => yaml.replace(RULES, rules) });
    const ran = await run(['plan', 'tiny'], { cwd });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(/^No plan can hold these rules together: with-s2 and without-s2\.\n/);
    expect(ran.stdout.replace(/\n {2}/g, ' ')).toContain(
      '· rule with-s2 locks S2 on FRAME, which it cannot make: S2 is excluded from FRAME by rule without-s2\n',
    );
    expect(ran.stderr).toBe('\nNothing was written. To keep the answer:\n  gilde plan tiny --out out/tiny\n');
  });

  test('a limit that is reached without a plan ends with 4 and leaves an earlier plan in place', async () => {
    const cwd = await workplace();
    await mkdir(join(cwd, 'out'));
    await writeFile(join(cwd, 'out/plan.json'), 'earlier');
    const engine = answering(async () => ({ status: 'undecided', limit: 'time', reason: 'no solution' }));
    const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd, engine });
    expect(ran.code).toBe(4);
    expect(ran.stdout).toMatch(/^No plan was found \(stopped by the time limit of 30 s\)\./);
    expect(ran.stderr).toBe('\nNothing was written. Allow more time with --time.\n');
    expect(await contents(join(cwd, 'out'))).toEqual({ 'plan.json': 'earlier' });
  });

  test('a limit that is reached with a plan ends with 0 and says so', async () => {
    const cwd = await workplace();
    const engine = answering(async (...asked) => {
      const outcome = await highs.solve(...asked);
      return outcome.status === 'optimal' ? { ...outcome, status: 'feasible', limit: 'time' } : outcome;
    });
    const ran = await run(['plan', 'tiny'], { cwd, engine });
    expect(ran.code).toBe(0);
    expect(ran.stdout.replaceAll('\n', ' ')).toContain('(stopped by the time limit of 30 s).');
  });

  test('a plan that does not pass its verification is not written, and that is a bug', async () => {
    const cwd = await workplace();
    const engine = answering((model, ...asked) => {
      // An engine that quietly solves another model: one in which hours are without limit.
      model.rows.forEach((name, row) => {
        if (name.startsWith('capacity')) model.rowUpper[row] = Number.POSITIVE_INFINITY;
      });
      return highs.solve(model, ...asked);
    });
    const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd, engine });
    expect(ran.code).toBe(70);
    expect(ran.stderr).toMatch(
      /^error: the engine returned a wrong plan; nothing was written\n[a-z-]+( \(rule [\w-]+\))?: /,
    );
    expect(ran.stdout).toBe('');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('an engine whose answers do not satisfy its model gives no plan', async () => {
    const cwd = await workplace();
    const engine = answering(async (...asked) => {
      const outcome = await highs.solve(...asked);
      return 'values' in outcome ? { ...outcome, values: outcome.values.map((value) => value * 2) } : outcome;
    });
    const ran = await run(['plan', 'tiny', '--out', 'out'], { cwd, engine });
    expect(ran.code).toBe(4);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('a fault of an engine is one short line, and a short stack only on request', async () => {
    const cwd = await workplace();
    const engine = answering(() => Promise.reject(new Error(`Aborted\n${'x'.repeat(168_000)}`)));
    const ran = await run(['plan', 'tiny'], { cwd, engine });
    expect(ran.code).toBe(70);
    expect(ran.stderr).toBe(
      'error: a bug in gilde: Error: Aborted\nhint: nothing was written; GILDE_DEBUG=1 shows where it happened\n',
    );
    const debugged = await run(['plan', 'tiny'], { cwd, engine, env: { GILDE_DEBUG: '1' } });
    expect(debugged.stderr.length).toBeLessThan(5000);
    expect(debugged.stderr).toContain('plan.test.ts');
  });

  test('a JSON document is planned like a folder, from a file and from stdin', async () => {
    const cwd = await workplace();
    const text = await readFile(new URL('./support/one-frame.json', import.meta.url), 'utf8');
    await writeFile(join(cwd, 'one.json'), text);
    const fromFile = await run(['plan', 'one.json', '--json'], { cwd });
    const fromStdin = await run(['plan', '-', '--json'], { cwd, stdin: `\uFEFF${text}` });
    expect(fromFile.code).toBe(0);
    expect(fromStdin.stdout).toBe(fromFile.stdout);
    expect(fromStdin.stderr).toContain('gilde plan - --out out/plan');
  });
});
