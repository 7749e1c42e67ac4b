import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { narrowedTo } from '../../../../solver/narrowed.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { missingUnits } from '../../../../solver/strategies/kernel/missing-units.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { boomShippers } from '../../../support/boom-shippers.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import type { Statement } from '../../../support/scenario-builder.ts';
import { twoWelders } from '../../../support/two-welders.ts';

/** Units missing by item, and what each pair makes, in t = 1 …, when these pairs are awarded; absent: all. */
async function missingOf(stated: Scenario, awarded?: readonly number[]) {
  const problem = planningProblem(stated);
  const own = awarded ? narrowedTo(problem, awarded) : problem;
  const missing = await missingUnits(own, engineOfTests);
  if (missing === undefined) return undefined;
  const figures = (units: Float64Array) => [...units.subarray(1)].map((value) => Math.round(value * 1e6) / 1e6 + 0);
  return {
    units: Object.fromEntries(problem.packages.map(({ item }, at) => [item.item, figures(missing.units[at]!)])),
    produced: missing.produced.map(figures),
  };
}

/** Twelve frames are due in the first quarter and twenty in the second. */
const moreInTheSecond = (policy: Statement['policy'] = {}) =>
  twoWelders({
    demand: [
      ['FRAME', '2026-Q1', 12],
      ['FRAME', '2026-Q2', 20],
    ],
    suppliers: [
      { supplier: 'S1', hourlyRate: 50 },
      { supplier: 'S2', hourlyRate: 60 },
    ],
    policy,
  });

test('two welders of eight frames a quarter lack four of the twenty that are due in the second', async () => {
  expect(await missingOf(moreInTheSecond())).toEqual({
    units: { FRAME: [0, 4] },
    // In the first the cheaper one makes all that it can.
    produced: [
      [8, 8],
      [4, 8],
    ],
  });
});

test('a welder alone lacks what the other one would have made', async () => {
  expect(await missingOf(moreInTheSecond(), [1])).toEqual({ units: { FRAME: [4, 12] }, produced: [[8, 8]] });
});

test('what can be made ahead is not missing', async () => {
  const found = await missingOf(moreInTheSecond({ stock: 'allowed' }));
  expect(found).toEqual({
    units: { FRAME: [0, 0] },
    produced: [
      [8, 8],
      [8, 8],
    ],
  });
});

test('however dear holding is, what can be made ahead is not missing', async () => {
  const stated = moreInTheSecond({ stock: 'allowed' });
  const items = stated.items.map((item) => ({ ...item, unitValue: 10_000 }));
  const found = await missingOf({ ...stated, items, costs: { ...stated.costs, holdingRate: 0.8 } });
  expect(found!.units).toEqual({ FRAME: [0, 0] });
});

test('what may be delivered late is missing when due', async () => {
  const demand: Statement['demand'] = [['FRAME', '2026-Q1', 20]];
  const found = await missingOf(twoWelders({ demand, policy: { backlog: 'carried' } }));
  expect(found!.units).toEqual({ FRAME: [4, 0] });
});

test('where all can be made nothing is missing', async () => {
  const found = await missingOf(twoWelders());
  expect(found!.units).toEqual({ FRAME: [0, 0] });
  const [one, other] = found!.produced;
  expect(one!.map((units, t) => units + other![t]!)).toEqual([10, 10]);
});

test('a part that is missing does not keep what it goes into from being made', async () => {
  const stated = twoWelders({
    bom: [['CRANE', 'FRAME', 2]],
    demand: [['CRANE', '2026-Q2', 10]],
    routing: [
      ['CRANE', 'assembly', 1],
      ['FRAME', 'welding', 2],
    ],
    capacity: [
      ['S1', 'welding', 16],
      ['S2', 'assembly', 100],
    ],
  });
  const found = await missingOf(stated);
  expect(found!.units).toEqual({ CRANE: [0, 0], FRAME: [0, 12] });
});

test('what is missing needs no way: four of twenty booms that are shipped, and the cranes are made with them', async () => {
  const capacity: Statement['capacity'] = [
    ['S1', 'welding', 8],
    ['S2', 'welding', 8],
    ['S3', 'assembly', 100],
  ];
  const found = await missingOf(boomShippers({ capacity }));
  expect(found).toEqual({ units: { BOOM: [4], CRANE: [0] }, produced: [[8], [8], [10]] });
});

test('however far they go, what can be made is not missing', async () => {
  const costs: Statement['costs'] = { transportPerTonneKm: 100 };
  expect((await missingOf(boomShippers({ costs })))!.units).toEqual({ BOOM: [0], CRANE: [0] });
});

test('where a lock asks for more than a welder can make there is no way', async () => {
  const rules: Statement['rules'] = [{ rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 1 }];
  expect(await missingOf(twoWelders({ rules }))).toBe(undefined);
});

test('hours bound what is made, and without stock what is made and missing is what is due', {
  timeout: 120_000,
}, () => {
  let short = 0;
  return fc
    .assert(
      fc.asyncProperty(smallScenario, async (document) => {
        const items = document.items.map((item) => ({ ...item, stock: 0, safetyStock: 0 }));
        const problem = planningProblem(
          await parsed({ ...document, items, rules: [], policy: { ...document.policy, stock: 'none' } }),
        );
        const missing = await missingUnits(problem, engineOfTests);
        if (missing === undefined) return;
        const used = new Map<string, number>();
        problem.pairs.forEach(({ supplier, hours, available }, pair) => {
          for (let t = 1; t <= problem.horizon; t++) {
            const units = missing.produced[pair]![t]!;
            expect(units).toBeGreaterThanOrEqual(-1e-9);
            if (!available[t]) expect(units).toBe(0);
            for (const step of hours) {
              const key = JSON.stringify([supplier, step.process, t]);
              used.set(key, (used.get(key) ?? 0) + step.hours * units);
            }
          }
        });
        for (const [key, hours] of used) {
          const [supplier, process, t] = JSON.parse(key) as [string, string, number];
          expect(hours).toBeLessThanOrEqual(problem.reachable(supplier, process, t) + 1e-6);
        }
        problem.packages.forEach(({ item, required }, at) => {
          const own = problem.pairsOf.get(item.item) ?? [];
          for (let t = 1; t <= problem.horizon; t++) {
            const units = missing.units[at]![t]!;
            expect(units).toBeGreaterThanOrEqual(-1e-9);
            if (units > 1e-6) short += 1;
            const made = own.reduce((sum, pair) => sum + missing.produced[pair]![t]!, 0);
            expect(made + units).toBeCloseTo(required[t]!, 5);
          }
        });
      }),
      { seed: seedOf(), numRuns: runs(60) },
    )
    .then(() => expect(short).toBeGreaterThan(10));
});
