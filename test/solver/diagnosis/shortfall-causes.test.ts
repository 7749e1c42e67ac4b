import { describe, expect, test } from 'vitest';
import { planSmall } from '../../support/plan-small.ts';
import { type RuleStatement, type Statement, scenario } from '../../support/scenario-builder.ts';

/** Twenty booms are required in one quarter; S1 has hours for ten, S2 for five, at ten hours each. */
const BOOMS: Statement = {
  periods: 1,
  demand: [['BOOM', '2026-Q1', 20]],
  items: [{ item: 'BOOM', kind: 'make' }],
  routing: [['BOOM', 'welding', 10]],
  suppliers: [{ supplier: 'S1' }, { supplier: 'S2' }],
  capacity: [
    ['S1', 'welding', 100],
    ['S2', 'welding', 50],
  ],
};

async function causes(rules: readonly RuleStatement[], changes: Statement = {}): Promise<readonly string[]> {
  const plan = await planSmall(scenario({ ...BOOMS, ...changes, rules }));
  return [...new Set(plan.shortfall.flatMap((row) => row.causes))];
}

describe('why booms are short', () => {
  test('hours that are used up, at each firm that has some', async () => {
    expect(await causes([])).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S1 and S2 (one hour more gives 0.1 BOOM)',
    ]);
  });

  test('a share-cap that binds before the hours do, by its id and share, next to the hours of the others', async () => {
    expect(await causes([{ id: 'r-xyz', rule: 'share-cap', max: 0.3 }])).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S2 (one hour more gives 0.1 BOOM); ' +
        'rule r-xyz (share-cap) lets S1 make at most 30 % of what is required, which is reached',
    ]);
  });

  test('a share-cap by period is told as such, once for all firms that it holds back', async () => {
    expect(await causes([{ id: 'cap', rule: 'share-cap', max: 0.1, per: 'period' }])).toEqual([
      'BOOM: rule cap (share-cap) lets S1 and S2 make at most 10 % of what is required in a period, which is reached',
    ]);
  });

  test('a share-cap of one firm is not blamed for the other', async () => {
    const scope = { suppliers: ['S2'] };
    expect(await causes([{ id: 'cap', rule: 'share-cap', max: 0.2, scope }])).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S1 (one hour more gives 0.1 BOOM); ' +
        'rule cap (share-cap) lets S2 make at most 20 % of what is required, which is reached',
    ]);
  });

  test('a quote that ends', async () => {
    const quotes = [{ supplier: 'S1', item: 'BOOM', unitPrice: 100, maximumQuantity: 7 }];
    expect(await causes([], { quotes })).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S2 (one hour more gives 0.1 BOOM); the quote of S1 ends at 7 units, and all are taken',
    ]);
  });

  test('an exact share', async () => {
    const lock = { id: 'l', rule: 'lock', supplier: 'S1', item: 'BOOM', award: true, share: 0.25 } as const;
    expect(await causes([lock])).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S2 (one hour more gives 0.1 BOOM); rule l has S1 make exactly 25 % of what is required',
    ]);
  });

  test('a most of members or of sources that is reached, with the firm that it shuts out', async () => {
    expect(await causes([{ id: 'one', rule: 'member-count', max: 1 }])).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S1 (one hour more gives 0.1 BOOM); rule one allows 1 member and there are as many, so that S2 cannot be awarded',
    ]);
    expect(await causes([{ id: 'single', rule: 'source-count', max: 1 }])).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S1 (one hour more gives 0.1 BOOM); rule single allows 1 source and it has as many, so that S2 cannot be awarded',
    ]);
  });

  test('a lock that forbids the award', async () => {
    expect(await causes([{ id: 'no-s1', rule: 'lock', supplier: 'S1', item: 'BOOM', award: false }])).toEqual([
      'BOOM: welding is used up in 2026-Q1 at S2 (one hour more gives 0.1 BOOM); rule no-s1 bars S1',
    ]);
  });

  test('a package with a source to spare is not blamed beside one that is out of hours', async () => {
    const pins: Statement = {
      bom: [['BOOM', 'PIN', 1]],
      items: [
        { item: 'BOOM', kind: 'make' },
        { item: 'PIN', kind: 'make' },
      ],
      routing: [
        ['BOOM', 'welding', 10],
        ['PIN', 'milling', 1],
      ],
      suppliers: [{ supplier: 'S1' }, { supplier: 'S2' }, { supplier: 'S3' }, { supplier: 'S4', onboardingCost: 500 }],
      capacity: [
        ['S1', 'welding', 100],
        ['S2', 'welding', 50],
        ['S3', 'milling', 15],
        ['S4', 'milling', 100],
      ],
    };
    expect(await causes([], pins)).toEqual(['BOOM: welding is used up in 2026-Q1 at S1 and S2']);
  });

  test('only what would lessen the shortfall: not the hours that are used up to build stock early', async () => {
    const harness: Statement = {
      periods: 4,
      policy: { stock: 'allowed' },
      bom: [
        ['CART', 'CHASSIS', 1],
        ['CART', 'CTRL', 1],
      ],
      items: [
        { item: 'CART', kind: 'make' },
        { item: 'CHASSIS', kind: 'make' },
        { item: 'CTRL', kind: 'make' },
      ],
      routing: [
        ['CHASSIS', 'welding', 20],
        ['CTRL', 'cable harness', 9.5],
      ],
      demand: ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) => ['CART', period, 100]),
      suppliers: [{ supplier: 'LAS' }, { supplier: 'ELEK' }],
      capacity: [
        ['LAS', 'welding', 560],
        ['ELEK', 'cable harness', 260],
      ],
    };
    expect(await causes([], harness)).toEqual([
      'CTRL: cable harness is used up throughout at ELEK (one hour more gives 0.105 CART)',
    ]);
  });

  test('that nobody is eligible, with how many firms fail for which reason', async () => {
    const nobody: Statement = {
      items: [{ item: 'BOOM', kind: 'make', certificates: ['ISO 9001'] }],
      suppliers: [{ supplier: 'S1' }, { supplier: 'S2' }, { supplier: 'S3' }],
      capacity: [
        ['S1', 'turning', 100],
        ['S2', 'turning', 100],
        ['S3', 'welding', 50],
      ],
    };
    expect(await causes([], nobody)).toEqual([
      'BOOM: no supplier is eligible: 2 lack the process welding, 1 lacks ISO 9001',
    ]);
  });
});

describe('spare parts that crowd out a product', () => {
  /** Two cranes of two booms each are due and three spare booms; there are hours for five booms. */
  const SPARES: Statement = {
    ...BOOMS,
    programmes: [{ product: 'CRANE' }],
    bom: [['CRANE', 'BOOM', 2]],
    items: [
      { item: 'CRANE', kind: 'make' },
      { item: 'BOOM', kind: 'make' },
    ],
    demand: [
      ['BOOM', '2026-Q1', 3],
      ['CRANE', '2026-Q1', 2],
    ],
    capacity: [['S1', 'welding', 50]],
  };

  test('are named beside the hours that are used up', async () => {
    // Five booms: three spares and one crane miss one crane; two cranes and one spare miss two spares.
    const { shortfall } = await planSmall(scenario(SPARES));
    expect(shortfall.map(({ item, causes: own }) => [item, own])).toEqual([
      [
        'CRANE',
        [
          'BOOM: welding is used up in 2026-Q1 at S1',
          'BOOM: 3 units of its own demand delivered in 2026-Q1 with the parts or hours that CRANE lacks (a missing BOOM counts 1, a missing CRANE 1)',
        ],
      ],
    ]);
  });

  test('of another item, made with the same hours', async () => {
    const stated = scenario({
      ...SPARES,
      items: [...SPARES.items!, { item: 'RAIL', kind: 'make' }],
      routing: [
        ['BOOM', 'welding', 10],
        ['RAIL', 'welding', 10],
      ],
      demand: [
        ['CRANE', '2026-Q1', 2],
        ['RAIL', '2026-Q1', 3],
      ],
    });
    const { shortfall } = await planSmall(stated);
    expect(shortfall[0]!.causes).toContain(
      'RAIL: 3 units of its own demand delivered in 2026-Q1 with the parts or hours that CRANE lacks (a missing RAIL counts 1, a missing CRANE 1)',
    );
  });

  test('are not named where they take nothing that the product lacks', async () => {
    const stated = scenario({
      ...SPARES,
      items: [...SPARES.items!, { item: 'RAIL', kind: 'make' }],
      routing: [
        ['BOOM', 'welding', 10],
        ['RAIL', 'milling', 10],
      ],
      capacity: [
        ['S1', 'welding', 30],
        ['S1', 'milling', 30],
      ],
      demand: [
        ['CRANE', '2026-Q1', 2],
        ['RAIL', '2026-Q1', 3],
      ],
    });
    const { shortfall } = await planSmall(stated);
    expect(shortfall.map(({ item }) => item)).toEqual(['CRANE']);
    expect(shortfall[0]!.causes.join()).not.toContain('RAIL');
  });
});
