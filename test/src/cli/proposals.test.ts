import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/services/ports.ts';
import { highsOfTests as highs } from '../../support/highs.ts';
import { contents, workplace } from './support/folder.ts';
import { run } from './support/run.ts';

const answering =
  (solve: Engine['solve']): (() => Promise<Engine>) =>
  async () => ({ ...highs, solve });

/** The tiny example with one supplier from abroad. */
const withGermanS2 = { 'suppliers.csv': (text: string) => text.replace('Supplier 2,C,NL,', 'Supplier 2,C,DE,') };
const wide = ['plan', 'tiny', '--proposals', '3', '--allowance', '0.2'];

describe('gilde plan --proposals', () => {
  test('compares the proposals in a table, says what each gains and gives up, and why one is not there', async () => {
    const ran = await run(['plan', 'tiny', '--proposals', '4'], { cwd: await workplace() });
    expect(ran.code).toBe(0);
    await expect(ran.stdout).toMatchFileSnapshot('expected/proposals-tiny.txt');
    expect(ran.stderr).toBe(
      '\nNothing was written. To keep the proposals:\n  gilde plan tiny --proposals 4 --out out/tiny\n',
    );
  });

  test('says how much more is made in the Netherlands, and for how much', async () => {
    const ran = await run(wide, { cwd: await workplace(withGermanS2), columns: 100 });
    // Without S2 nothing is made abroad; S1 and S3 make the frames for € 55,800 instead of € 46,400 and hold a little stock.
    expect(ran.stdout.replaceAll(/\n +/g, ' ')).toMatch(
      /2 most Dutch: 100 % made in the Netherlands instead of 57.4 % for € 9,320 \(13.3 %\) more/,
    );
  });

  test('writes each proposal into a folder of its own, and the comparison beside them', async () => {
    const cwd = await workplace();
    const ran = await run([...wide, '--out', 'out'], { cwd });
    expect(ran.code).toBe(0);
    expect((await readdir(join(cwd, 'out'))).sort()).toEqual([
      ...['1-cheapest', '2-most-spread', '3-different', 'proposals.csv', 'proposals.json'],
    ]);
    for (const folder of ['1-cheapest', '2-most-spread', '3-different']) {
      expect(Object.keys(await contents(join(cwd, 'out', folder)))).toEqual([
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
      expect(await run(['verify', `out/${folder}/plan.json`], { cwd })).toMatchObject({ code: 0 });
    }
    expect(ran.stderr).toContain(
      'Wrote proposals.csv, proposals.json and 1-cheapest, 2-most-spread, 3-different to out',
    );
    expect(ran.stderr).toContain('Next: gilde verify out/3-different/plan.json');
    const rows = (await readFile(join(cwd, 'out/proposals.csv'), 'utf8')).trimEnd().split('\n');
    expect(rows[0]).toMatch(/^number,name,words,.*,plan,leavesOut1,leavesOut2,leavesOut3$/);
    // Without S2 the frames come from S1 and S3; S2 and S3 are both in the most spread one.
    expect(rows[3]).toMatch(/^3,different,.*,3-different\/plan.json,1,1,0$/);
    const comparison = JSON.parse(await readFile(join(cwd, 'out/proposals.json'), 'utf8'));
    const plan = JSON.parse(await readFile(join(cwd, 'out/3-different/plan.json'), 'utf8'));
    expect(comparison.proposals[2]).toMatchObject({
      ...{ number: 3, name: 'different', plan: '3-different/plan.json', digest: plan.digest, members: 4 },
      differences: [
        { from: 1, leavesOut: ['S2'], adds: ['S3'] },
        { from: 2, leavesOut: ['S2'], adds: [] },
      ],
    });
  });

  test('says which folders an earlier run has left beside them', async () => {
    const cwd = await workplace();
    for (const folder of ['4-different', '2-most-spread', 'notes']) {
      await mkdir(join(cwd, 'out', folder), { recursive: true });
    }
    const ran = await run(['plan', 'tiny', '--proposals', '2', '--out', 'out'], { cwd });
    expect(ran.stderr).toContain('Left from an earlier run in out: 4-different\n');
  });

  test('the first one is the plan that is made without --proposals, to the byte', async () => {
    const cwd = await workplace();
    await run(['plan', 'tiny', '--out', 'one'], { cwd });
    await run([...wide, '--out', 'several'], { cwd });
    expect(await readFile(join(cwd, 'several/1-cheapest/plan.json'))).toEqual(
      await readFile(join(cwd, 'one/plan.json')),
    );
  });

  test('two runs write the same plans to the byte', async () => {
    const cwd = await workplace();
    await run([...wide, '--out', 'a'], { cwd });
    await run([...wide, '--out', 'b'], { cwd, now: () => Date.now() });
    for (const name of ['2-most-spread/plan.json', '3-different/plan.json', 'proposals.json', 'proposals.csv'])
      expect(await readFile(join(cwd, 'a', name)), name).toEqual(await readFile(join(cwd, 'b', name)));
  });

  test('--json prints them all, each plan in full, and nothing else on stdout', async () => {
    const cwd = await workplace();
    const ran = await run([...wide, '--json'], { cwd });
    const document = JSON.parse(ran.stdout);
    expect(document).toMatchObject({ format: 'gilde-proposals/1', allowance: 0.2 });
    expect(document.proposals.map(({ plan }: { plan: { format: string } }) => plan.format)).toEqual([
      ...['gilde-plan/1', 'gilde-plan/1', 'gilde-plan/1'],
    ]);
    expect(document.proposals[1].aims.map(({ aim }: { aim: string }) => aim)).toEqual([
      ...['shortfall', 'largest-spend', 'cost'],
    ]);
    expect(document.skipped).toContainEqual({
      ...{ name: 'most-dutch', why: 'pointless', reason: 'all candidates are Dutch' },
      words: 'most Dutch, not proposed: all candidates are Dutch',
    });
  });

  test('rules that cannot hold together end with 3 and are named', async () => {
    const rules = /rules:\n(?: {2}- .*\n)+/;
    const none = 'rules:\n  - { id: few, rule: member-count, max: 1 }\n  - { id: many, rule: member-count, min: 2 }\n';
    const cwd = await workplace({ 'scenario.yaml': (text) => text.replace(rules, none) });
    const ran = await run([...wide, '--out', 'out'], { cwd });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(/^No plan can hold these rules together: few and many\./);
    expect(await readdir(join(cwd, 'out'))).toEqual(['1-cheapest']);
    expect(JSON.parse((await run([...wide, '--json'], { cwd })).stdout).proposals[0].status).toBe('infeasible');
  });

  test('a limit that comes before any plan ends with 4 and leaves what was there', async () => {
    const cwd = await workplace();
    await mkdir(join(cwd, 'out'));
    await writeFile(join(cwd, 'out/proposals.csv'), 'earlier');
    const engine = answering(async () => ({ status: 'undecided', limit: 'time', reason: 'no solution' }));
    const ran = await run([...wide, '--out', 'out'], { cwd, engine });
    expect(ran.code).toBe(4);
    expect(ran.stderr).toBe('\nNothing was written. Allow more time with --time.\n');
    expect(await contents(join(cwd, 'out'))).toEqual({ 'proposals.csv': 'earlier' });
  });

  test('a proposal that does not pass its verification is a bug, and none is written', async () => {
    const cwd = await workplace();
    const engine = answering((model, ...asked) => {
      model.rows.forEach((name, row) => {
        if (name.startsWith('capacity')) model.rowUpper[row] = Number.POSITIVE_INFINITY;
      });
      return highs.solve(model, ...asked);
    });
    const ran = await run([...wide, '--out', 'out'], { cwd, engine });
    expect(ran.code).toBe(70);
    expect(ran.stderr).toMatch(/^error: the engine returned a wrong plan; nothing was written\n/);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('Ctrl-C keeps the proposals that are finished', async () => {
    const cwd = await workplace();
    let interrupt = (): void => {};
    let solves = 0;
    const engine = answering(async (model, ...asked) => {
      solves += 1;
      if (model.columns.includes('largest')) interrupt();
      return highs.solve(model, ...asked);
    });
    const onInterrupt = (handler: () => void) => {
      interrupt = handler;
      return () => {};
    };
    const ran = await run([...wide, '--out', 'out'], { cwd, engine, onInterrupt });
    expect(ran.code).toBe(0);
    expect(solves).toBeGreaterThan(3);
    expect(ran.stderr).toContain('Stopping; the best plan so far is kept.');
    expect(ran.stdout).toContain('stopped by hand before the proposal "most spread" was finished');
    expect((await readdir(join(cwd, 'out'))).sort()).toEqual(['1-cheapest', 'proposals.csv', 'proposals.json']);
  });

  test('the moving line says which proposal is worked on', async () => {
    const ran = await run(wide, { cwd: await workplace(), columns: 100 });
    expect(ran.stderr).toContain('proposal 1 of 3: cheapest');
    expect(ran.stderr).toContain('proposal 3 of 3: different');
  });
});
