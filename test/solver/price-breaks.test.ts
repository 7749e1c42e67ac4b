import { describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { costOfUnits, leastMeanPrice } from '../../scenarios/eligibility/price-breaks.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { envelopeSmall } from '../support/envelope-small.ts';
import { brokenRows, rowsOf } from '../support/formulated.ts';
import { byRounds } from '../support/planned-by-kernel.ts';
import { plannedLikeOracle } from '../support/planned-like-oracle.ts';
import { proposeSmall } from '../support/propose-small.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';

type Price = readonly [from: number, price: number];

const quoted = (supplier: string, ...prices: readonly Price[]) =>
  prices.map(([fromQuantity, unitPrice]) => ({
    ...{ supplier, item: 'FRAME', unitPrice },
    ...(fromQuantity > 0 && { fromQuantity }),
  }));

/** So many frames a quarter for half a year; S1 and S2 quote them at these prices, each with ten hours a quarter of an hour a frame. */
const frames = (due: number, s1: readonly Price[], s2: readonly Price[], more: Statement = {}): Scenario =>
  scenario({
    periods: 2,
    routing: [['FRAME', 'welding', 1]],
    capacity: [
      ['S1', 'welding', 10],
      ['S2', 'welding', 10],
    ],
    demand: ['2026-Q1', '2026-Q2'].map((period) => ['FRAME', period, due] as const),
    quotes: [...quoted('S1', ...s1), ...quoted('S2', ...s2)],
    ...more,
  });

const planOf = (stated: Scenario): Promise<Plan> => plannedLikeOracle(stated, [monolithic, kernel]);

const made = (plan: Plan, supplier: string): number =>
  plan.production.filter((row) => row.supplier === supplier).reduce((sum, { quantity }) => sum + quantity, 0);

describe('a falling price', () => {
  const falling: readonly Price[] = [
    [0, 100],
    [6, 40],
  ];

  test('is worth it where enough is bought at it: 6 at 100 and 4 at 40 are dearer than 10 at 75, but 14 are not', async () => {
    const few = await planOf(frames(5, falling, [[0, 75]]));
    expect([made(few, 'S1'), made(few, 'S2'), few.cost.production]).toEqual([0, 10, 750]);
    const many = await planOf(frames(7, falling, [[0, 75]]));
    expect([made(many, 'S1'), made(many, 'S2'), many.cost.production]).toEqual([14, 0, 600 + 8 * 40]);
  });

  test('is the mean of the units of each quarter, earlier ones first', async () => {
    const plan = await planOf(frames(8, falling, [[0, 200]], { policy: { stock: 'none', shortfallTolerance: 0 } }));
    expect(plan.production.map(({ quantity, unitCost }) => [quantity, unitCost])).toEqual([
      [8, (600 + 80) / 8],
      [8, 40],
    ]);
    expect(plan.members.map(({ spend }) => spend)).toEqual([600 + 10 * 40]);
  });

  test('is never reached where the quote ends before it', async () => {
    const quotes = [
      ...quoted('S1', ...falling).map((row) => ({ ...row, maximumQuantity: 6 })),
      ...quoted('S2', [0, 75]),
    ];
    const plan = await planOf(frames(7, falling, [[0, 75]], { quotes }));
    expect([made(plan, 'S1'), made(plan, 'S2')]).toEqual([0, 14]);
  });

  test('takes whole numbers, a rising one takes none', () => {
    const rising: readonly Price[] = [
      [0, 40],
      [6, 100],
    ];
    const columns = (s1: readonly Price[], more: Statement = {}) =>
      rowsOf(frames(5, s1, [[0, 75]], more), 'price-breaks|').length;
    expect([columns([[0, 40]]), columns(rising), columns(falling)]).toEqual([0, 1, 3]);
    const dependency = { rules: [{ rule: 'dependency-cap' as const, max: 0.5 }], suppliers: firms };
    expect(columns(rising, dependency)).toBe(3);
  });
});

const firms = ['S1', 'S2'].map((supplier) => ({ supplier, turnover: 4000, country: supplier === 'S1' ? 'NL' : 'DE' }));

describe('a rising price', () => {
  test('is paid for no more units than it is worth', async () => {
    const plan = await planOf(
      frames(
        7,
        [
          [0, 40],
          [6, 100],
        ],
        [[0, 75]],
      ),
    );
    expect([made(plan, 'S1'), made(plan, 'S2'), plan.cost.production]).toEqual([6, 8, 240 + 600]);
  });
});

test('a price that rises and falls again is compared over all units', async () => {
  const plan = await planOf(
    frames(
      9,
      [
        [0, 60],
        [4, 90],
        [8, 30],
      ],
      [[0, 61]],
    ),
  );
  expect([made(plan, 'S1'), plan.cost.production]).toEqual([18, 4 * 60 + 4 * 90 + 10 * 30]);
});

test('the bound by prices alone is never above the least cost', async () => {
  for (const due of [5, 7]) {
    const stated = frames(
      due,
      [
        [0, 100],
        [6, 40],
      ],
      [[0, 75]],
    );
    const least = due === 5 ? 750 : 920;
    expect((await byRounds(stated)).aims[1]!.bound).toBeLessThanOrEqual(least + 1e-4);
  }
});

describe('rules on money', () => {
  const falling: readonly Price[] = [
    [0, 100],
    [6, 40],
  ];

  test('a dependency cap counts what is earned in its year at the prices of its units', async () => {
    // Half of 2·4000/4·max ÷ (1 − max): with max 0.25, a supplier may earn 4000·0.5·0.25/0.75 = 666.67 in two quarters: 6 at 100 and 1.67 at 40.
    const plan = await planOf(
      frames(7, falling, [[0, 110]], { rules: [{ rule: 'dependency-cap', max: 0.25 }], suppliers: firms }),
    );
    expect(made(plan, 'S1')).toBeCloseTo(6 + (2000 / 3 - 600) / 40, 6);
  });

  test('a share of content by value counts money, not units', async () => {
    const rules = [{ rule: 'content-share' as const, of: ['NL'], min: 0.5, by: 'value' as const }];
    const plan = await planOf(frames(7, falling, [[0, 30]], { rules, suppliers: firms }));
    const [dutch, other] = [made(plan, 'S1'), made(plan, 'S2')];
    expect(costOfUnits({ unitCost: 100, breaks: [{ from: 6, unitCost: 40 }] }, dutch)).toBeGreaterThanOrEqual(
      30 * other - 1e-6,
    );
  });

  test('pre-financing is that of the units of each quarter', async () => {
    const rules = [{ rule: 'budget' as const, year: 2026, max: 500, of: ['prefinancing' as const] }];
    const plan = await planOf(frames(7, falling, [[0, 110]], { rules, costs: { paymentTermDays: 365 / 4 } }));
    for (const row of plan.rampUp) expect(row.prefinancing!).toBeLessThanOrEqual(500 + 1e-6);
  });

  test('a promise is paid for at the lowest price, so that nothing is made for its sake alone', async () => {
    const rules = [{ rule: 'commitment' as const, supplier: 'S1', item: 'FRAME', perYear: 32 }];
    const plan = await planOf(frames(7, falling, [[0, 20]], { rules }));
    const [row] = plan.commitments;
    expect(row!.payment).toBeCloseTo(40 * (16 - row!.bought), 6);
    expect(row!.bought).toBeLessThanOrEqual(14 + 1e-6);
  });

  test('a minimum order and a price break stand beside each other', async () => {
    const quotes = quoted('S1', ...falling).map((row, at) => ({ ...row, ...(at === 0 && { minimumOrder: 5 }) }));
    const plan = await planOf(frames(4, falling, [], { quotes: [...quotes, ...quoted('S2', [0, 90])] }));
    expect(plan.cost.production).toBeCloseTo(600 + 2 * 40, 6);
  });
});

test('units at a price come after all those at the prices before it', () => {
  const shop = frames(
    7,
    [
      [0, 100],
      [6, 40],
    ],
    [],
  );
  const row = 'price-breaks|S1|FRAME|2';
  const point = (first: number, next: number, full: number) => ({
    'x|S1|FRAME|1': first + next,
    ...{ 'p|S1|FRAME|0|2': first, 'p|S1|FRAME|6|2': next, 'k|S1|FRAME|0|2': full },
  });
  expect(brokenRows(shop, row, point(6, 2, 1))).toEqual([]);
  expect(brokenRows(shop, row, point(5.9, 0, 0))).toEqual([]);
  expect(brokenRows(shop, row, point(5.9, 2, 1))).toEqual([`${row}|0|full`]);
  expect(brokenRows(shop, row, point(6, 0.1, 0))).toEqual([`${row}|0|next`]);
});

test('no volume costs less on average than the bound by prices says', () => {
  const pair = {
    unitCost: 100,
    breaks: [
      { from: 6, unitCost: 40 },
      { from: 10, unitCost: 70 },
    ],
  };
  expect([costOfUnits(pair, 6), costOfUnits(pair, 10), costOfUnits(pair, 12)]).toEqual([600, 760, 900]);
  expect([leastMeanPrice(pair, 5), leastMeanPrice(pair, 8), leastMeanPrice(pair, 12)]).toEqual([100, 85, 75]);
  expect(leastMeanPrice({ unitCost: 40, breaks: [{ from: 6, unitCost: 100 }] }, 12)).toBe(40);
});

describe('machines that promises have to cover', () => {
  const expanding = (perYear: number): Scenario =>
    frames(
      7,
      [
        [0, 100],
        [6, 40],
      ],
      [],
      {
        capacity: [['S1', 'welding', 5]],
        policy: { shortfallTolerance: 0, expandOnlyIfCovered: true },
        rules: [{ rule: 'commitment', supplier: 'S1', item: 'FRAME', perYear }],
        expansions: [
          {
            supplier: 'S1',
            process: 'welding',
            option: 'robot',
            hoursPerPeriod: 5,
            capex: 680,
            leadTime: 0,
            maximum: 1,
          },
        ],
      },
    );

  test('are covered by 8 units promised, 6 at 100 and 2 at 40, not by 7.9', async () => {
    expect((await planOf(expanding(16))).aims[0]!.value).toBeCloseTo(0, 6);
    expect((await planOf(expanding(15.8))).aims[0]!.value).toBeCloseTo(4, 6);
  });
});

describe('price breaks beside what else is worked out', () => {
  const falling: readonly Price[] = [
    [0, 100],
    [6, 40],
  ];

  test('proposals count the money of their units at its price, and hold', async () => {
    const stated = frames(7, falling, [[0, 70]], { suppliers: firms });
    const { proposals } = await proposeSmall(stated, { allowance: 0.5 });
    expect(proposals.map(({ name }) => name)).toContain('most-spread');
    for (const { plan } of proposals) expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    const spread = proposals.find(({ name }) => name === 'most-spread')!.plan;
    // 980 euro at S2 alone, 920 at S1 alone; shared before the break, both earn the same with x units at S1: 100·x = 70·(14 − x).
    expect(Math.max(...spread.members.map(({ spend }) => spend))).toBeCloseTo((100 * 980) / 170, 4);
  });

  test('an envelope is the same with and without them where no rule speaks of money', async () => {
    const ramp = {
      product: 'FRAME',
      demand: { baseline: 4, multiplier: 2, reach: '2026-Q2', shape: 'linear' as const },
    };
    const asked = (prices: readonly Price[]) =>
      envelopeSmall(frames(0, prices, [[0, 70]], { demand: [], programmes: [ramp] }));
    const [without, withBreaks] = [await asked([[0, 100]]), await asked(falling)];
    expect(withBreaks.periods.map(({ multiple }) => multiple)).toEqual(
      without.periods.map(({ multiple }) => (multiple === null ? null : expect.closeTo(multiple, 6))),
    );
  });
});
