import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseResult, Sweep, SweepCase } from '../../../../scenarios/domain/sweep.ts';
import { casesOf } from '../../../../scenarios/sweep/cases.ts';
import { scenarioSha256 } from '../../../../scenarios/wire/hash.ts';
import { planScenario } from '../../../../solver/plan.ts';
import { batchCsv, batchJsonl } from '../../../../src/services/batch/batch-tables.ts';
import { type CaseRunner, type CaseStore, runBatch } from '../../../../src/services/batch/run-batch.ts';
import { type BatchBase, solveCase } from '../../../../src/services/batch/solve-case.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, planSmall } from '../../../support/plan-small.ts';
import { twoWelders } from '../../../support/two-welders.ts';

const now = () => performance.now();
const base: BatchBase = { scenario: await parsed(twoWelders()), settings: {}, version: 'test' };
const runner: CaseRunner = {
  threads: 2,
  solve: (question) => solveCase({ ctx: { engines: [engineOfTests], now }, input: { base, question } }),
};

/** A store in memory. */
function memory(): CaseStore & { readonly results: Map<string, CaseResult>; readonly plans: Map<string, string> } {
  const [results, plans] = [new Map<string, CaseResult>(), new Map<string, string>()];
  const keep: CaseStore['keep'] = async (result, plan) => {
    results.set(result.key, result);
    if (plan !== null) plans.set(result.key, plan);
  };
  return { results, plans, keep, kept: async () => new Map(results) };
}

const axis = (values: readonly number[]): Sweep => ({
  design: { kind: 'grid' },
  axes: [
    { name: 'units', path: '/demand/0/quantity', values },
    {
      name: 'rule',
      cases: new Map([
        ['none', []],
        ['S1 alone', [{ op: 'add', path: '/rules/-', value: { rule: 'exclude', suppliers: ['S2'] } }]],
        [
          'both and neither',
          [
            {
              op: 'add',
              path: '/rules/-',
              value: { id: 'in', rule: 'lock', supplier: 'S1', item: 'FRAME', award: true },
            },
            { op: 'add', path: '/rules/-', value: { id: 'out', rule: 'exclude', suppliers: ['S1'] } },
          ],
        ],
        ['no rule', [{ op: 'add', path: '/rules/-', value: { rule: 'nonsense' } }]],
      ]),
    },
  ],
});

describe('a batch', () => {
  test('has a row for each case, whatever came of it, and the figures are those of its plan', async () => {
    const sweep = axis([6, 10]);
    const store = memory();
    const rows = await runBatch({ ctx: { runner, store, now }, input: { cases: casesOf(sweep) } });
    expect(rows.map(({ result }) => result?.status)).toEqual([
      ...['optimal', 'optimal', 'infeasible', 'invalid'],
      ...['optimal', 'optimal', 'infeasible', 'invalid'],
    ]);
    expect(rows[2]!.result).toMatchObject({ conflict: ['in', 'out'], metrics: { cost: null }, members: [] });
    expect(rows[2]!.result!.reason).toBe('these rules cannot hold together: in, out');
    expect(rows[3]!.result!.reason).toContain('unknown rule, got "nonsense"');
    const changed = {
      ...base.scenario,
      demand: base.scenario.demand.map((row, at) => (at === 0 ? { ...row, quantity: 6 } : row)),
    };
    const plan = await planSmall(await parsed(changed));
    expect(rows[0]!.result).toMatchObject({
      ...{ digest: plan.digest, sha256: plan.scenario.sha256, members: ['S1', 'S2'] },
      metrics: { cost: plan.aims[1]!.value, shortfall: plan.aims[0]!.value, members: 2 },
    });
    expect(store.plans.size).toBe(6);
  });

  test('tells where it stands: done, kept, without a plan, and the time to go', async () => {
    const told: unknown[] = [];
    const store = memory();
    await runBatch({ ctx: { runner, store, now }, input: { cases: casesOf(axis([6])) } });
    const cases = casesOf(axis([6, 7]));
    await runBatch({ ctx: { runner, store, now }, input: { cases, progress: (progress) => told.push(progress) } });
    expect(told[0]).toEqual({ done: 0, of: 8, kept: 0, without: 0, left: null });
    expect(told.at(-1)).toEqual({ done: 8, of: 8, kept: 4, without: 4, left: 0 });
  });

  test('stopped after any number of cases and begun again ends with the same tables', {
    timeout: 120_000,
  }, async () => {
    const sweep = axis([5, 6, 7]);
    const cases = casesOf(sweep);
    const tables = async (store: CaseStore) => {
      const rows = await runBatch({ ctx: { runner, store, now }, input: { cases } });
      return [batchCsv(sweep, rows), batchJsonl(rows)];
    };
    const whole = await tables(memory());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }), async (stops) => {
        const store = memory();
        for (const after of stops) {
          const stop = new Int32Array(new SharedArrayBuffer(4));
          let solved = 0;
          const stopping: CaseStore = {
            ...store,
            keep: async (...kept) => {
              await store.keep(...kept);
              solved += 1;
              if (solved >= after) Atomics.store(stop, 0, 1);
            },
          };
          await runBatch({ ctx: { runner, store: stopping, now }, input: { cases, stop } });
        }
        expect(await tables(store)).toEqual(whole);
      }),
      { numRuns: 8 },
    );
  });

  test('is known by what decides it: the plan that it starts from and how it is solved, not the place of the case', async () => {
    const [first, second] = casesOf(axis([6, 7])) as [SweepCase, ...SweepCase[]];
    const keyOf = async (own: BatchBase, { patch }: SweepCase) => {
      const question = { patch, known: new Set<string>() };
      const answer = await solveCase({ ctx: { engines: [engineOfTests], now }, input: { base: own, question } });
      return answer.kind === 'solved' ? answer.result.key : null;
    };
    const key = await keyOf(base, first);
    expect(await keyOf(base, { ...first, number: 99 })).toBe(key);
    const sha256 = await scenarioSha256(base.scenario);
    const parent = await planScenario({ scenario: base.scenario, sha256, engine: engineOfTests, hooks: { now } });
    const others = [
      keyOf(base, second!),
      keyOf({ ...base, parent }, first),
      keyOf({ ...base, settings: { seed: 2 } }, first),
      keyOf({ ...base, version: 'next' }, first),
    ];
    expect(new Set([key, ...(await Promise.all(others))]).size).toBe(5);
  });

  test('a case that fails is told and tried again the next time; the others go on', async () => {
    let broken = true;
    const failing: CaseRunner = {
      threads: 1,
      async solve(question) {
        const answer = await runner.solve(question);
        if (!broken || answer.kind !== 'solved' || answer.result.metrics.members !== 2) return answer;
        return { ...answer, result: { ...answer.result, status: 'failed', reason: 'out of memory' } };
      },
    };
    const store = memory();
    const cases = casesOf(axis([6]));
    const ctx = { runner: failing, store, now };
    const statuses = async () => (await runBatch({ ctx, input: { cases } })).map(({ result }) => result!.status);
    expect(await statuses()).toEqual(['failed', 'optimal', 'infeasible', 'invalid']);
    broken = false;
    expect(await statuses()).toEqual(['optimal', 'optimal', 'infeasible', 'invalid']);
  });
});

test('a text of an axis that a spreadsheet would take for a formula is kept from that', async () => {
  const sweep: Sweep = {
    design: { kind: 'grid' },
    axes: [{ name: 'status', path: '/name', values: ['=1+1', 'plain'] }],
  };
  const rows = await runBatch({ ctx: { runner, store: memory(), now }, input: { cases: casesOf(sweep) } });
  const [header, first, second] = batchCsv(sweep, rows).split('\n');
  expect(header!.split(',').slice(0, 3)).toEqual(['case', 'axis status', 'status']);
  expect([first!.split(',')[1], second!.split(',')[1]]).toEqual(["'=1+1", 'plain']);
});
