import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { type PlanningProblem, planningProblem } from '../../../../solver/problem.ts';
import { ascend } from '../../../../solver/strategies/kernel/ascend.ts';
import { certificateOf, multipliersFrom } from '../../../../solver/strategies/kernel/certificate.ts';
import { zerosFor } from '../../../../solver/strategies/kernel/multipliers.ts';
import { type PriceProblem, priceProblem } from '../../../../solver/strategies/kernel/price-problem.ts';
import { boundAt, type Multipliers } from '../../../../solver/strategies/kernel/prices.ts';
import { startingPrices } from '../../../../solver/strategies/kernel/starting-prices.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { randomMultipliers } from '../../../support/price-cases.ts';
import { type Statement, scenario } from '../../../support/scenario-builder.ts';

/** V and W welded by S and Z in three quarters; each needs two sources, and at most one supplier may be a member. */
const welders = (more: Statement = {}): Scenario =>
  scenario({
    periods: 3,
    demand: [
      ['V', '2026-Q1', 3],
      ['W', '2026-Q3', 3],
    ],
    routing: [
      ['V', 'welding', 5],
      ['W', 'welding', 5],
    ],
    capacity: [
      ['S', 'welding', 10],
      ['Z', 'welding', 10],
    ],
    rules: [
      { rule: 'source-count', id: 'two', min: 2 },
      { rule: 'member-count', id: 'few', max: 1 },
    ],
    ...more,
  });

const pricesOf = (stated: Scenario) => {
  const problem = planningProblem(stated);
  return { problem, arrays: priceProblem(problem, { aim: 'cost', most: 2 }) };
};

/** Through the text of a file. */
const again = (problem: PlanningProblem, arrays: PriceProblem, multipliers: Multipliers, usual: Multipliers) =>
  multipliersFrom(problem, arrays, JSON.parse(JSON.stringify(certificateOf(problem, arrays, multipliers))), usual);

test('multipliers are listed by name, every package with its prices, zeros at the end and all others left out', () => {
  const { problem, arrays } = pricesOf(welders());
  const at = zerosFor(arrays);
  at.price.set([7, 0, 0, 0, 0.1, 0]);
  at.early.set([0, 0, 0, 0.5, 0, 0]);
  at.count.set([0, 40, -60]);
  at.volume.set([0, 0, 0, -2]);
  at.shortfall[0] = 900;
  const pair = problem.pairs[arrays.original[3]!]!;
  expect(certificateOf(problem, arrays, at)).toEqual({
    periods: ['2026-Q1', '2026-Q2', '2026-Q3'],
    most: 2,
    theta: 900,
    lambda: [
      { item: 'V', prices: [7] },
      { item: 'W', prices: [0, 0.1] },
    ],
    phi: [{ item: 'W', prices: [0.5] }],
    pi: [
      { rule: 'two', item: 'W', price: 40 },
      { rule: 'few', item: null, price: -60 },
    ],
    tau: [{ supplier: pair.supplier, item: pair.item, price: -2 }],
  });
});

test('where the shortfall is the aim there is no limit on it', () => {
  const problem = planningProblem(welders());
  const arrays = priceProblem(problem, { aim: 'shortfall' });
  expect(certificateOf(problem, arrays, startingPrices(arrays))).toMatchObject({ most: null, theta: 1, phi: [] });
});

test('in a changed scenario names that are gone are skipped, new ones begin as usual, periods go by their labels', () => {
  const before = pricesOf(welders());
  const at = zerosFor(before.arrays);
  at.price.set([1, 2, 3, 4, 5, 6]);
  at.early.fill(0.5);
  at.count.set([10, 20, -30]);
  at.volume.fill(8);
  const stated = certificateOf(before.problem, before.arrays, at);
  // Without Z and the count of members, with U, and a quarter later.
  const after = pricesOf(
    welders({
      calendar: { start: '2026-Q2', periods: 3 },
      demand: [
        ['U', '2026-Q3', 1],
        ['W', '2026-Q3', 3],
      ],
      routing: [
        ['U', 'welding', 1],
        ['W', 'welding', 5],
      ],
      capacity: [['S', 'welding', 10]],
      rules: [{ rule: 'source-count', id: 'two', min: 2 }],
    }),
  );
  const usual = zerosFor(after.arrays);
  usual.price.fill(99);
  usual.count.fill(99);
  const found = multipliersFrom(after.problem, after.arrays, stated, usual);
  expect([...found.price]).toEqual([99, 99, 99, 5, 6, 99]);
  expect([...found.early]).toEqual([0, 0, 0, 0.5, 0.5, 0]);
  expect([...found.count]).toEqual([0, 20]);
  const pairs = [...after.arrays.original].map((pair) => after.problem.pairs[pair]!.item);
  expect([...found.volume]).toEqual(pairs.map((item) => (item === 'W' ? 8 : 0)));
});

const settings = { seed: seedOf(), numRuns: runs(100) };

test('written as JSON and read back, any multipliers give the same bound to the last bit', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, fc.nat(1000), async (document, draw) => {
      const problem = planningProblem(await parsed(document));
      for (const aim of [{ aim: 'shortfall' }, { aim: 'cost', most: draw / 100 }] as const) {
        const arrays = priceProblem(problem, aim);
        const usual = startingPrices(arrays);
        const risen = ascend(arrays, { iterations: 20 }).multipliers;
        for (const at of [risen, randomMultipliers(arrays, draw, 10)]) {
          expect(boundAt(arrays, again(problem, arrays, at, usual)).bound).toBe(boundAt(arrays, at).bound);
        }
      }
    }),
    settings,
  ),
);
