import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { boomShippers, DEGREE_KM } from '../support/boom-shippers.ts';
import { oracle } from '../support/oracle/oracle.ts';
import { toNumber } from '../support/oracle/rational.ts';
import { planSmall } from '../support/plan-small.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

/** The plan and the oracle both reach this cost at this shortfall, `least` being the least that is possible. */
async function expectBest(stated: Scenario, shortfall: number, cost: number, least = shortfall): Promise<void> {
  const answer = oracle(stated);
  expect(answer.status === 'optimal' && [toNumber(answer.shortfall), toNumber(answer.cost)]).toEqual([
    expect.closeTo(least, 9),
    expect.closeTo(cost, 6),
  ]);
  const plan = await planSmall(stated);
  expect(plan.aims.map(({ aim, value }) => [aim, value])).toEqual([
    ['shortfall', expect.closeTo(shortfall, 5)],
    ['cost', expect.closeTo(cost, 4)],
  ]);
}

/** Frames of four welding hours, 200 euro each at S1, which makes two a quarter. */
const frames = {
  routing: [['FRAME', 'welding', 4] as const],
  capacity: [['S1', 'welding', 8] as const],
  policy: { shortfallTolerance: 0 },
};

describe('bought items that full demand on time would not need', () => {
  test('what is made ahead of a change of configuration takes the old component', () =>
    expectBest(
      scenario({
        ...frames,
        periods: 4,
        bom: [{ parent: 'FRAME', item: 'PLATE', effectiveTo: '2026-09-30' }],
        items: [{ item: 'PLATE', unitValue: 10 }],
        demand: [['FRAME', '2026-Q4', 3]],
      }),
      0,
      3 * 200 + 10,
    ));

  test('a frame delivered late takes a plate that would have been past due', () =>
    expectBest(
      scenario({
        ...frames,
        periods: 2,
        capacity: [{ supplier: 'S1', process: 'welding', hoursPerPeriod: 8, period: '2026-Q2' }],
        bom: [['FRAME', 'PLATE', 1]],
        items: [
          { item: 'FRAME', leadTime: 1 },
          { item: 'PLATE', unitValue: 10 },
        ],
        demand: [['FRAME', '2026-Q1', 1]],
        policy: { backlog: 'carried', shortfallTolerance: 0 },
      }),
      1,
      200 + 10,
    ));
});

test('frames that nobody asks for are made where that is cheaper than holding their plates', () =>
  expectBest(
    scenario({
      ...frames,
      periods: 2,
      capacity: [{ supplier: 'S1', process: 'welding', hoursPerPeriod: 40, hourlyRate: 1 }],
      bom: [['FRAME', 'PLATE', 1]],
      items: [
        { item: 'FRAME', unitValue: 1 },
        { item: 'PLATE', unitValue: 1000, stock: 5 },
      ],
      demand: [['FRAME', '2026-Q2', 2]],
      costs: { holdingRate: 0.4 },
    }),
    0,
    // Ten per cent a quarter: five frames at 4 euro hold 0.1 each, where a plate would hold 100.
    5 * 4 + 5 * 0.1 + 3 * 0.1,
  ));

describe('components that were due before the start', () => {
  /** Frames due in the quarter after the last, whose plates are bought in it. */
  const continuing = 4;
  const assembled = (statement: Statement) =>
    scenario({
      ...frames,
      periods: 2,
      capacity: [
        { supplier: 'S1', process: 'welding', hoursPerPeriod: 40 },
        { supplier: 'S1', process: 'welding', hoursPerPeriod: 4, period: '2026-Q2' },
      ],
      bom: [['FRAME', 'PLATE', 1]],
      items: [
        { item: 'FRAME', leadTime: 1 },
        { item: 'PLATE', unitValue: 10 },
      ],
      demand: [
        ['FRAME', '2026-Q1', 2],
        ['FRAME', '2026-Q2', 4],
      ],
      ...statement,
    });

  test('are on order for full demand and no more, so that nothing can be built ahead of them', () =>
    expectBest(assembled({}), 3, 3 * 200 + (1 + continuing) * 10));

  test('can be had without limit where they are taken in the first quarter', () =>
    expectBest(
      assembled({ policy: { pastDue: 'first-period', shortfallTolerance: 0 } }),
      0,
      6 * 200 + (6 + continuing) * 10,
    ));
});

test('an operation of no hours is limited by nothing but demand', () =>
  expectBest(
    scenario({
      ...frames,
      periods: 2,
      routing: [['FRAME', 'welding', 0]],
      items: [{ item: 'FRAME', materialCost: 7 }],
      demand: [['FRAME', '2026-Q2', 3]],
      policy: { backlog: 'carried', shortfallTolerance: 0 },
    }),
    0,
    3 * 7,
  ));

test('the tolerated shortfall is counted from the least of all plans, not from the least of the chosen members', () =>
  expectBest(
    scenario({
      ...frames,
      periods: 2,
      suppliers: [{ supplier: 'S2', onboardingCost: 1000 }],
      capacity: [
        ['S1', 'welding', 10],
        ['S2', 'welding', 4],
      ],
      demand: [
        ['FRAME', '2026-Q1', 3],
        ['FRAME', '2026-Q2', 3],
      ],
      policy: { shortfallTolerance: 0.25 },
    }),
    1.5,
    4.5 * 200,
    0,
  ));

describe('models on which HiGHS 1.15 has gone wrong', () => {
  test('the cheaper of two firms that can each make all of it is taken', () =>
    expectBest(
      scenario({
        periods: 1,
        programmes: [{ product: 'FRAME', weight: 2 }],
        routing: [
          ['FRAME', 'milling', 2],
          ['FRAME', 'welding', 1],
        ],
        suppliers: [
          { supplier: 'S1', hourlyRate: 5 },
          { supplier: 'S2', hourlyRate: 7.5, onboardingCost: 40 },
        ],
        capacity: [
          ['S1', 'milling', 8],
          ['S1', 'welding', 6],
          ['S2', 'milling', 2],
          ['S2', 'welding', 6],
        ],
        demand: [['FRAME', '2026-Q1', 1]],
        rules: [{ rule: 'member-count', min: 1, max: 1 }],
        policy: { stock: 'none', shortfallTolerance: 0 },
      }),
      0,
      3 * 5,
    ));

  test('a firm that needs no onboarding is not passed over for the start that an earlier aim has left', () =>
    expectBest(
      scenario({
        periods: 4,
        programmes: [{ product: 'CRANE' }],
        bom: [['CRANE', 'FRAME', 1]],
        routing: [
          ['CRANE', 'milling', 1],
          ['FRAME', 'welding', 1],
        ],
        suppliers: ['S1', 'S2', 'S3'].map((supplier) => ({
          supplier,
          hourlyRate: 10,
          ...(supplier === 'S2' ? { onboardingCost: 40, onboardingPeriods: 1 } : {}),
        })),
        capacity: [
          ...['S1', 'S3'].map((supplier) => [supplier, 'milling', 8] as const),
          ...['S1', 'S2', 'S3'].map((supplier) => [supplier, 'welding', 8] as const),
        ],
        quotes: [{ supplier: 'S3', item: 'CRANE', unitPrice: 10, hoursPerUnit: 0.5 }],
        incumbents: [{ supplier: 'S3', item: 'CRANE' }],
        demand: [['CRANE', '2026-Q1', 1]],
        policy: { stock: 'none', backlog: 'carried', shortfallTolerance: 0 },
      }),
      0,
      10 + 10,
    ));

  test('a locked firm that has to make three quarters and may make no more', () =>
    expectBest(
      scenario({
        periods: 4,
        programmes: [
          { product: 'FRAME', demand: { baseline: 0.5, multiplier: 3, reach: '2026-Q4', shape: 's-curve' } },
        ],
        routing: [['FRAME', 'milling', 4]],
        suppliers: [
          { supplier: 'S1', hourlyRate: 10, onboardingCost: 100, onboardingPeriods: 1 },
          { supplier: 'S2', hourlyRate: 7.5, onboardingCost: 100, onboardingPeriods: 1, qualificationPeriods: 2 },
          { supplier: 'S3', hourlyRate: 5, onboardingCost: 40, onboardingPeriods: 2 },
        ],
        capacity: [
          ['S1', 'milling', 12],
          ['S2', 'milling', 16],
          ['S3', 'milling', 4],
        ],
        quotes: [
          { supplier: 'S1', item: 'FRAME', unitPrice: 10, hoursPerUnit: 0.5 },
          { supplier: 'S3', item: 'FRAME', unitPrice: 10, hoursPerUnit: 1.5 },
        ],
        rules: [
          { rule: 'share-cap', max: 0.75 },
          { rule: 'lock', supplier: 'S3', item: 'FRAME', award: true },
          { rule: 'share-floor', min: 0.75 },
        ],
        policy: { stock: 'none', backlog: 'carried', shortfallTolerance: 0 },
      }),
      149 / 54,
      70,
    ));
});

test('booms come from near the crane as far as hours go, and the cranes go to the OEM', () =>
  expectBest(boomShippers(), 0, 20 * 50 + 10 * 50 + (12 * 0.5 + 8 * 0.5 * 2 + 10 * 4) * DEGREE_KM));

test('a dearer maker next door beats a cheap one far away', () =>
  expectBest(
    boomShippers({
      demand: [['CRANE', '2026-Q1', 6]],
      suppliers: [
        { supplier: 'S1', latitude: 51, longitude: 5, hourlyRate: 1 },
        { supplier: 'S2', latitude: 52, longitude: 5, hourlyRate: 50 },
        { supplier: 'S3', latitude: 53, longitude: 5 },
      ],
    }),
    0,
    12 * 50 + 6 * 50 + (12 * 0.5 + 6 * 4) * DEGREE_KM,
  ));

describe('transport of parts that were due before the start', () => {
  /** Lorries carry cranes, cranes two booms each; both are assembled in a quarter, so that the booms of the first two quarters are under way. */
  const lorries = (deliverTo?: string) =>
    boomShippers({
      periods: 3,
      programmes: [{ product: 'LORRY', oem: { name: 'OEM', latitude: 53, longitude: 5 } }],
      demand: [1, 2, 3].map((quarter) => ['LORRY', `2026-Q${quarter}`, 2] as const),
      bom: [
        ['LORRY', 'CRANE', 1],
        ['CRANE', 'BOOM', 2],
      ],
      items: [
        { item: 'BOOM', weightKg: 500, ...(deliverTo !== undefined && { deliverTo }) },
        { item: 'CRANE', weightKg: 0, leadTime: 1 },
        { item: 'LORRY', weightKg: 0, leadTime: 1 },
      ],
      routing: [
        ['BOOM', 'welding', 1],
        ['CRANE', 'assembly', 1],
        ['LORRY', 'assembly', 1],
      ],
    });

  test('costs the same to the makers of cranes and of lorries, which are one', async () => {
    const cost = async (stated: Scenario) => {
      const answer = oracle(stated);
      await expectBest(stated, 0, answer.status === 'optimal' ? toNumber(answer.cost) : Number.NaN);
      return (await planSmall(stated)).cost.transport;
    };
    // Eight booms go into cranes of Q2 and Q3, four of them into lorries of Q3: half a tonne over a degree from S2 each.
    expect(await cost(lorries())).toBeCloseTo(8 * 0.5 * DEGREE_KM, 4);
    expect(await cost(lorries('CRANE'))).toBeCloseTo(8 * 0.5 * DEGREE_KM, 4);
    expect(await cost(lorries('LORRY'))).toBeCloseTo(4 * 0.5 * DEGREE_KM, 4);
  });
});
