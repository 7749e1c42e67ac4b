import { expect, test } from 'vitest';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { ascend } from '../../../../solver/strategies/kernel/ascend.ts';
import { type PricedAim, priceProblem } from '../../../../solver/strategies/kernel/price-problem.ts';
import { boundAt, type Multipliers } from '../../../../solver/strategies/kernel/prices.ts';
import { type Statement, scenario } from '../../../support/scenario-builder.ts';

const pricesOf = (stated: Scenario, aim: PricedAim) => priceProblem(planningProblem(stated), aim);

/** The stated prices by package and period, and all other multipliers 0 but those stated. */
function boundOf(
  stated: Scenario,
  aim: PricedAim,
  price: readonly number[],
  others: Partial<Record<keyof Multipliers, readonly number[]>> = {},
) {
  const problem = pricesOf(stated, aim);
  const kind = (name: keyof Multipliers, length: number) => Float64Array.from(others[name] ?? new Float64Array(length));
  return boundAt(problem, {
    price: Float64Array.from(price),
    early: kind('early', price.length),
    count: kind('count', problem.least.length),
    volume: kind('volume', problem.original.length),
    shortfall: kind('shortfall', 1),
  });
}

/** Three W due, of which S can weld two at 250 euro; 1,000 euro to onboard S and 100 to qualify it. */
const oneWelder = (more: Statement = {}) =>
  scenario({
    periods: 1,
    policy: { stock: 'none' },
    programmes: [{ product: 'W' }],
    demand: [['W', '2026-Q1', 3]],
    routing: [['W', 'welding', 5]],
    capacity: [['S', 'welding', 10]],
    suppliers: [{ supplier: 'S', onboardingCost: 1000 }],
    ...more,
  });

test('shortfall: at a price of 0.4 a unit three are cheaper to have than to miss, and the welder earns 0.8', () => {
  const { bound, byProduct, bySupplier } = boundOf(oneWelder(), { aim: 'shortfall' }, [0.4]);
  expect(byProduct[0]).toBeCloseTo(1.2, 9);
  expect(bySupplier[0]).toBeCloseTo(0.8, 9);
  expect(bound).toBeCloseTo(0.4, 9);
});

test('shortfall: at the price of a missing unit the bound is the one unit that is missing', () => {
  expect(boundOf(oneWelder(), { aim: 'shortfall' }, [1]).bound).toBeCloseTo(1, 9);
});

test('cost: a unit at 750 euro and one missing at 750 pay two units and the onboarding, 1,500', () => {
  const { bound, bySupplier } = boundOf(oneWelder(), { aim: 'cost', most: 1 }, [750], { shortfall: [750] });
  expect(bySupplier[0]).toBeCloseTo(0, 9);
  expect(bound).toBeCloseTo(1500, 9);
});

test('cost: at 600 euro the welder would lose 300 and stays out', () => {
  const { bound, bySupplier } = boundOf(oneWelder(), { aim: 'cost', most: 1 }, [600], { shortfall: [600] });
  expect(bySupplier[0]).toBeCloseTo(-300, 9);
  expect(bound).toBeCloseTo(1200, 9);
});

test('a member by lock counts whatever it loses', () => {
  const locked = oneWelder({ rules: [{ rule: 'lock', supplier: 'S', award: true }] });
  expect(boundOf(locked, { aim: 'cost', most: 1 }, [600], { shortfall: [600] }).bound).toBeCloseTo(1500, 9);
});

test('an award by lock pays its cost at once, an open one over its units; both come to 1,600', () => {
  const quotes = [{ supplier: 'S', item: 'W', unitPrice: 250, qualificationCost: 100 }];
  for (const rules of [[], [{ rule: 'lock', supplier: 'S', item: 'W', award: true } as const]]) {
    const stated = oneWelder({ quotes, rules });
    expect(boundOf(stated, { aim: 'cost', most: 1 }, [800], { shortfall: [800] }).bound).toBeCloseTo(1600, 9);
  }
});

test('a count of sources pays for awards that make nothing: two welders at 40 and 60 euro each', () => {
  const stated = oneWelder({
    capacity: [
      ['S', 'welding', 10],
      ['Z', 'welding', 10],
    ],
    suppliers: [{ supplier: 'S' }, { supplier: 'Z' }],
    quotes: [
      { supplier: 'S', item: 'W', unitPrice: 250, qualificationCost: 40 },
      { supplier: 'Z', item: 'W', unitPrice: 250, qualificationCost: 60 },
    ],
    rules: [{ rule: 'source-count', min: 2 }],
  });
  // 3 units, and both awards: at π = 60 one earns 20 and 2π − 20 = 100.
  expect(boundOf(stated, { aim: 'cost', most: 0 }, [250], { shortfall: [9999], count: [60] }).bound).toBeCloseTo(
    850,
    9,
  );
});

/** Four W due in the second quarter, two made in each; a unit on stock costs 10 euro a quarter. */
const twoQuarters = scenario({
  periods: 2,
  costs: { holdingRate: 0.4 },
  programmes: [{ product: 'W' }],
  items: [
    {
      item: 'W',
      kind: 'make',
      leadTime: 0,
      unitValue: 100,
      materialCost: 0,
      critical: false,
      certificates: [],
      stock: 0,
      safetyStock: 0,
    },
  ],
  demand: [['W', '2026-Q2', 4]],
  routing: [['W', 'welding', 5]],
  capacity: [['S', 'welding', 10]],
});

test('stock carries a price back at the cost of holding: four units at 250 and two held at 10', () => {
  const { bound } = boundOf(twoQuarters, { aim: 'cost', most: 0 }, [250, 260], { shortfall: [9999] });
  expect(bound).toBeCloseTo(1020, 9);
});

test('a price that rises by more than holding costs is settled first, so that stock does not pay without end', () => {
  const { bound } = boundOf(twoQuarters, { aim: 'cost', most: 0 }, [100, 900], { shortfall: [9999] });
  expect(bound).toBeGreaterThan(0);
  expect(bound).toBeLessThanOrEqual(1020);
});

test('the ascent finds both optima of one welder, and again the same to the last bit', () => {
  for (const [aim, best] of [
    [{ aim: 'shortfall' }, 1],
    [{ aim: 'cost', most: 1 }, 1500],
  ] as const) {
    const problem = pricesOf(oneWelder(), aim);
    const [once, again] = [ascend(problem, { iterations: 400 }), ascend(problem, { iterations: 400 })];
    expect(once.bound).toBeGreaterThan(0.99 * best);
    expect(once.bound).toBeLessThanOrEqual(best + 1e-9 * best);
    expect(again.bound).toBe(once.bound);
    expect([...again.multipliers.price]).toEqual([...once.multipliers.price]);
  }
});

test('the ascent ends at the wanted gap, and when it is stopped', () => {
  const problem = pricesOf(oneWelder(), { aim: 'cost', most: 1 });
  const near = ascend(problem, { iterations: 400, value: 1500, gap: 0.2 });
  expect(near.bound).toBeGreaterThanOrEqual(1200);
  expect(near.iterations).toBeLessThan(400);
  expect(ascend(problem, { iterations: 400, stop: () => true }).iterations).toBe(1);
});

test('a certificate that two of three awards need is paid once: 3 × 100 and 90', () => {
  const item = { kind: 'make', leadTime: 0, materialCost: 0, critical: false, stock: 0, safetyStock: 0 } as const;
  const stated = scenario({
    periods: 1,
    policy: { stock: 'none' },
    items: [
      { ...item, item: 'A', certificates: ['ISO 3834-2'] },
      { ...item, item: 'B', certificates: ['ISO 3834-2'] },
    ],
    demand: ['A', 'B', 'C'].map((name) => [name, '2026-Q1', 1] as const),
    routing: ['A', 'B', 'C'].map((name) => [name, 'welding', 2] as const),
    capacity: [['S', 'welding', 10]],
    certificates: [{ supplier: 'S', certificate: 'ISO 3834-2', status: 'obtainable', cost: 90 }],
  });
  for (const price of [
    [145, 145, 100],
    [190, 190, 100],
  ])
    expect(boundOf(stated, { aim: 'cost', most: 0 }, price, { shortfall: [9999] }).bound).toBeCloseTo(390, 9);
});

test('a share cap of half in the first of two quarters leaves the second alone: two of eight are missing', () => {
  const stated = scenario({
    periods: 2,
    policy: { stock: 'none' },
    programmes: [{ product: 'W' }],
    demand: [
      ['W', '2026-Q1', 4],
      ['W', '2026-Q2', 4],
    ],
    routing: [['W', 'welding', 1]],
    capacity: [['S', 'welding', 10]],
    rules: [{ rule: 'share-cap', max: 0.5, scope: { from: '2026-Q1', to: '2026-Q1' } }],
  });
  expect(boundOf(stated, { aim: 'shortfall' }, [1, 1]).bound).toBeCloseTo(2, 9);
});

test('with carried backlog a unit waits a quarter for the cheaper period where that is worth its price', () => {
  const stated = scenario({
    periods: 2,
    policy: { stock: 'none', backlog: 'carried' },
    programmes: [{ product: 'W' }],
    demand: [['W', '2026-Q1', 3]],
    routing: [['W', 'welding', 1]],
    capacity: [['S', 'welding', 10]],
    suppliers: [{ supplier: 'S', hourlyRate: 500 }],
  });
  const at = (theta: number) =>
    boundOf(stated, { aim: 'cost', most: 0 }, [500, 100], { shortfall: [theta] }).byProduct[0];
  // Late once at 50 and then 100; missing at the end of both quarters costs 2 × 40; or 500 at once.
  expect(at(50)).toBeCloseTo(3 * 100, 9);
  expect(at(60)).toBeCloseTo(3 * 120, 9);
  expect(at(150)).toBeCloseTo(3 * 250, 9);
  expect(at(450)).toBeCloseTo(3 * 500, 9);
});

test('a share floor has the dearer of two sources make its quarter: three at 100 and one at 200', () => {
  const stated = scenario({
    periods: 1,
    policy: { stock: 'none' },
    programmes: [{ product: 'W' }],
    demand: [['W', '2026-Q1', 4]],
    routing: [['W', 'welding', 1]],
    capacity: [
      ['S', 'welding', 10],
      ['Z', 'welding', 10],
    ],
    suppliers: [
      { supplier: 'S', hourlyRate: 100 },
      { supplier: 'Z', hourlyRate: 200 },
    ],
    rules: [
      { rule: 'source-count', min: 2 },
      { rule: 'share-floor', min: 0.25 },
    ],
  });
  const others = { shortfall: [9999], count: [100], volume: [0, -100] };
  expect(boundOf(stated, { aim: 'cost', most: 0 }, [100], others).bound).toBeCloseTo(500, 9);
});
