import { describe, expect, test } from 'vitest';
import { cost } from '../../../solver/checks/cost.ts';
import { shipping } from '../../../solver/checks/shipping.ts';
import { boomShippers, cheapestWay, DEGREE_KM, lorryShippers } from '../../support/boom-shippers.ts';
import type { Decision } from '../../support/plan-builder.ts';
import { faultsOf, messagesOf } from './judge.ts';

type Way = readonly (readonly [string, string, string, string | null, number])[];
const ships = (shipments: Way) => ({ ...cheapestWay, shipments });
const [fromS1, fromS2, toOem] = cheapestWay.shipments;

describe('twenty booms for ten cranes', () => {
  test('are shipped from their makers to the maker of the crane, and the cranes to the OEM', async () => {
    expect(await faultsOf(shipping, boomShippers(), cheapestWay)).toEqual([]);
  });

  test('more than is made cannot be shipped', async () => {
    expect(
      await faultsOf(
        shipping,
        boomShippers(),
        ships([['S1', 'BOOM', 'CRANE', 'S3', 9], ['S2', 'BOOM', 'CRANE', 'S3', 11], toOem]),
      ),
    ).toEqual([{ item: 'BOOM', supplier: 'S1', message: 'S1 ships 9 BOOM but makes 8', found: 9, expected: 8 }]);
  });

  test('what is used has to be shipped, a millionth apart', async () => {
    expect(
      await messagesOf(shipping, boomShippers(), ships([fromS1, ['S2', 'BOOM', 'CRANE', 'S3', 11.99999], toOem])),
    ).toEqual([]);
    expect(
      await messagesOf(shipping, boomShippers(), ships([fromS1, ['S2', 'BOOM', 'CRANE', 'S3', 11], toOem])),
    ).toEqual(['1 BOOM are used without being shipped, but 0 were there at the start']);
    expect(await messagesOf(shipping, boomShippers(), ships([fromS1, fromS2]))).toEqual([
      '10 CRANE are used without being shipped, but 0 were there at the start',
    ]);
  });

  test('of which two were on hand, eighteen have to be', async () => {
    const items = [
      { item: 'BOOM', weightKg: 500, stock: 2 },
      { item: 'CRANE', weightKg: 4000 },
    ];
    expect(
      await faultsOf(shipping, boomShippers({ items }), ships([['S1', 'BOOM', 'CRANE', 'S3', 6], fromS2, toOem])),
    ).toEqual([]);
    expect(
      await faultsOf(shipping, boomShippers({ items }), ships([['S1', 'BOOM', 'CRANE', 'S3', 5], fromS2, toOem])),
    ).toHaveLength(1);
  });

  test('no place receives what it does not use', async () => {
    expect(
      await messagesOf(
        shipping,
        boomShippers(),
        ships([fromS1, ['S2', 'BOOM', 'CRANE', 'S1', 1], ['S2', 'BOOM', 'CRANE', 'S3', 11], toOem]),
      ),
    ).toEqual([
      'S1 receives 1 BOOM for CRANE but uses 0',
      '1 BOOM are used without being shipped, but 0 were there at the start',
    ]);
    expect(
      await messagesOf(shipping, boomShippers(), ships([...cheapestWay.shipments, ['S2', 'BOOM', 'BOOM', null, 0]])),
    ).toEqual(['BOOM is shipped for BOOM, which does not take it']);
  });

  test('nothing is shipped where that costs nothing', async () => {
    expect(await messagesOf(shipping, boomShippers({ costs: {} }), cheapestWay)).toEqual([
      'BOOM is shipped, but its transport is not priced',
      'CRANE is shipped, but its transport is not priced',
    ]);
  });
});

describe('what is wrong is named', () => {
  test('a firm that ships what it does not make', async () => {
    const way: Way = [fromS1, fromS2, toOem, ['S1', 'CRANE', 'CRANE', null, 2]];
    expect(await faultsOf(shipping, boomShippers(), ships(way))).toEqual([
      { item: 'CRANE', supplier: 'S1', message: 'S1 ships 2 CRANE but makes 0', found: 2, expected: 0 },
      { item: 'CRANE', message: 'the OEM receives 12 CRANE for CRANE but uses 10', found: 12, expected: 10 },
    ]);
  });

  test('a maker that receives more than it uses', async () => {
    const booms = { ...cheapestWay, production: [...cheapestWay.production.slice(1), ['S1', 'BOOM', '2026-Q1', 12]] };
    const way: Way = [['S1', 'BOOM', 'CRANE', 'S3', 12], fromS2, toOem];
    expect(await faultsOf(shipping, boomShippers(), { ...booms, shipments: way } as Decision)).toEqual([
      { item: 'BOOM', supplier: 'S3', message: 'S3 receives 24 BOOM for CRANE but uses 20', found: 24, expected: 20 },
    ]);
  });

  test('less than nothing that is shipped', async () => {
    const way: Way = [fromS1, fromS2, toOem, ['S1', 'BOOM', 'CRANE', 'S2', -1]];
    expect(await faultsOf(shipping, boomShippers(), ships(way))).toEqual([
      { item: 'BOOM', supplier: 'S1', message: 'S1 ships -1 BOOM', found: -1 },
      {
        item: 'BOOM',
        message: '1 BOOM are used without being shipped, but 0 were there at the start',
        found: 1,
        expected: 0,
      },
    ]);
  });

  test('a thing that does not take the item', async () => {
    const way: Way = [['S1', 'BOOM', 'CRANE', 'S3', 5], fromS2, toOem, ['S1', 'BOOM', 'BOOM', null, 3]];
    expect(await faultsOf(shipping, boomShippers(), ships(way))).toEqual([
      { item: 'BOOM', message: 'BOOM is shipped for BOOM, which does not take it', found: 3, expected: 0 },
      {
        item: 'BOOM',
        message: '3 BOOM are used without being shipped, but 0 were there at the start',
        found: 3,
        expected: 0,
      },
    ]);
  });

  test('an item without weight, whose transport costs nothing', async () => {
    const items = [{ item: 'CRANE', weightKg: 4000 }];
    expect(await faultsOf(shipping, boomShippers({ items }), cheapestWay)).toEqual([
      { item: 'BOOM', message: 'BOOM is shipped, but its transport is not priced' },
    ]);
    expect(await faultsOf(shipping, boomShippers({ items }), ships([toOem]))).toEqual([]);
  });

  test('of two million booms two may be lost by rounding, not three', async () => {
    const hours = [
      ['S1', 'welding', 2_000_000],
      ['S3', 'assembly', 1_000_000],
    ] as const;
    const many = boomShippers({ demand: [['CRANE', '2026-Q1', 1_000_000]], capacity: hours });
    const missing = (booms: number) => ({
      production: [
        ['S1', 'BOOM', '2026-Q1', 2_000_000],
        ['S3', 'CRANE', '2026-Q1', 1_000_000],
      ] as const,
      shipments: [
        ['S1', 'BOOM', 'CRANE', 'S3', 2_000_000 - booms],
        ['S3', 'CRANE', 'CRANE', null, 1_000_000],
      ] as const,
    });
    expect(await faultsOf(shipping, many, missing(2))).toEqual([]);
    expect(await faultsOf(shipping, many, missing(3))).toHaveLength(1);
  });
});

test('twelve booms go one degree, eight two, and ten cranes one', async () => {
  const euros = 12 * 0.5 * DEGREE_KM + 8 * 0.5 * 2 * DEGREE_KM + 10 * 4 * DEGREE_KM;
  const told = (transport: number) =>
    messagesOf(cost, boomShippers(), cheapestWay, (plan) => ({ ...plan, cost: { ...plan.cost, transport } }));
  expect(await told(euros)).toEqual([]);
  expect(await told(euros + 1)).toEqual([expect.stringMatching(/^cost of transport is/)]);
});

describe('booms that go to the maker of the lorry that carries the crane', () => {
  const lorries = lorryShippers();
  const decided = (booms: number) => ({
    production: [
      ['S2', 'BOOM', '2026-Q1', 12],
      ['S1', 'BOOM', '2026-Q1', 2],
      ['S3', 'CRANE', '2026-Q1', 7],
      ['S3', 'LORRY', '2026-Q1', 10],
    ] as const,
    delivered: [['LORRY', '2026-Q1', 10]] as const,
    shipments: [
      ['S2', 'BOOM', 'LORRY', 'S3', booms],
      ['S3', 'CRANE', 'LORRY', 'S3', 7],
      ['S3', 'LORRY', 'LORRY', null, 10],
    ] as Way,
  });

  test('count per lorry, less what was inside cranes on hand', async () => {
    // Twenty booms in ten lorries, six of them in the three cranes on hand: fourteen are made, and shipped.
    expect(await messagesOf(shipping, lorries, decided(14))).toEqual(['S2 ships 14 BOOM but makes 12']);
    const both = { ...decided(12), shipments: [...decided(12).shipments, ['S1', 'BOOM', 'LORRY', 'S3', 2]] as Way };
    expect(await messagesOf(shipping, lorries, both)).toEqual([]);
    expect(await messagesOf(shipping, lorries, decided(12))).toEqual([
      '8 BOOM are used without being shipped, but 6 were there at the start',
    ]);
  });
});

describe('parts that were due before the start', () => {
  const slow = (deliverTo?: string) =>
    boomShippers({
      periods: 2,
      demand: [
        ['CRANE', '2026-Q1', 3],
        ['CRANE', '2026-Q2', 5],
      ],
      items: [
        { item: 'BOOM', weightKg: 500, ...(deliverTo !== undefined && { deliverTo }) },
        { item: 'CRANE', weightKg: 4000, leadTime: 1 },
      ],
    });
  const decided = (booms: number) => ({
    production: [
      ['S2', 'BOOM', '2026-Q1', 10],
      ['S2', 'BOOM', '2026-Q2', 10],
      ['S3', 'CRANE', '2026-Q1', 3],
      ['S3', 'CRANE', '2026-Q2', 5],
    ] as const,
    delivered: [
      ['CRANE', '2026-Q1', 3],
      ['CRANE', '2026-Q2', 5],
    ] as const,
    shipments: [
      ['S2', 'BOOM', 'CRANE', 'S3', booms],
      ['S3', 'CRANE', 'CRANE', null, 8],
    ] as Way,
  });

  test('are there; those of the plan are shipped', async () => {
    expect(await messagesOf(shipping, slow(), decided(10))).toEqual([]);
    expect(await messagesOf(shipping, slow(), decided(9))).toHaveLength(1);
  });

  test('to name the only assembly that takes a part as its destination changes nothing', async () => {
    expect(await messagesOf(shipping, slow('CRANE'), decided(10))).toEqual([]);
    expect(await messagesOf(shipping, slow('CRANE'), decided(4))).toEqual(
      await messagesOf(shipping, slow(), decided(4)),
    );
  });
});
