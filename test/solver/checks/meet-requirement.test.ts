import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { meetRequirement } from '../../../solver/checks/meet-requirement.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

const held = (q1: number, q2: number) => ({
  stock: (
    [
      ['BOOM', '2026-Q1', q1],
      ['BOOM', '2026-Q2', q2],
    ] as const
  ).filter(([, , units]) => units > 0),
});

describe('ten booms needed a quarter', () => {
  test('ten made are just enough', async () => {
    expect(await faultsOf(meetRequirement, weldingShop(), welds([10, 10]))).toEqual([]);
    expect(await faultsOf(meetRequirement, weldingShop(), welds([6, 4], [4, 6]))).toEqual([]);
  });

  test('nine made are one too few', async () => {
    expect(await faultsOf(meetRequirement, weldingShop(), welds([10, 9]))).toEqual([
      {
        item: 'BOOM',
        period: '2026-Q2',
        message: 'BOOM in 2026-Q2: 0 on hand and 9 made, but 10 needed and 0 left in stock',
        found: 9,
        expected: 10,
      },
    ]);
  });

  test('what is made too much has to be in stock', async () => {
    expect(await faultsOf(meetRequirement, weldingShop(), { ...welds([12, 8]), ...held(2, 0) })).toEqual([]);
    expect(await messagesOf(meetRequirement, weldingShop(), welds([12, 8]))).toEqual([
      'BOOM in 2026-Q1: 0 on hand and 12 made, but 10 needed and 0 left in stock',
      'BOOM in 2026-Q2: 0 on hand and 8 made, but 10 needed and 0 left in stock',
    ]);
  });

  test('a millionth of what is needed is forgiven, not more', async () => {
    expect(await faultsOf(meetRequirement, weldingShop(), welds([10, 9.999991]))).toEqual([]);
    expect(await faultsOf(meetRequirement, weldingShop(), welds([10, 9.999989]))).toHaveLength(1);
  });

  test('stock on hand at the start serves the first quarter', async () => {
    const shop = weldingShop({ items: [{ item: 'BOOM', stock: 4 }] });
    expect(await faultsOf(meetRequirement, shop, welds([6, 10]))).toEqual([]);
    expect(await faultsOf(meetRequirement, shop, welds([10, 10]))).toHaveLength(1);
    expect(await faultsOf(meetRequirement, shop, { ...welds([7, 9]), ...held(1, 0) })).toEqual([]);
  });
});

describe('with `stock: none`', () => {
  const shop = weldingShop({ items: [{ item: 'BOOM', stock: 4 }], policy: { stock: 'none' } });

  test('stock on hand may be used up', async () => {
    expect(await faultsOf(meetRequirement, shop, { ...welds([8, 8]), ...held(2, 0) })).toEqual([]);
  });

  test('nothing is made ahead', async () => {
    expect(await messagesOf(meetRequirement, shop, { ...welds([11, 5]), ...held(5, 0) })).toEqual([
      'stock of BOOM rises from 4 to 5 in 2026-Q1, but the policy makes nothing ahead',
    ]);
  });
});

describe('a safety stock of two booms', () => {
  const shop = (onboardingPeriods: number) =>
    weldingShop({
      items: [{ item: 'BOOM', safetyStock: 2 }],
      capacity: [['S1', 'welding', 400]],
      suppliers: [{ supplier: 'S1', hourlyRate: 50, onboardingPeriods }],
    });

  test('is on hand from the first quarter in which a source is ready', async () => {
    expect(await faultsOf(meetRequirement, shop(0), { ...welds([12, 10]), ...held(2, 2) })).toEqual([]);
    expect(await faultsOf(meetRequirement, shop(0), { ...welds([10, 12]), ...held(0, 2) })).toEqual([
      {
        item: 'BOOM',
        period: '2026-Q1',
        message: '0 BOOM on hand at the end of 2026-Q1, safety stock 2',
        found: 0,
        expected: 2,
      },
    ]);
  });

  test('is not asked before', async () => {
    const late = { ...welds([0, 12]), ...held(0, 2), delivered: [['BOOM', '2026-Q1', 0]] as const };
    expect(await faultsOf(meetRequirement, shop(1), late)).toEqual([]);
  });

  test('may be missed by a millionth', async () => {
    expect(
      await faultsOf(meetRequirement, shop(0), { ...welds([11.9999985, 10]), ...held(1.9999985, 1.9999985) }),
    ).toEqual([]);
    expect(
      await faultsOf(meetRequirement, shop(0), { ...welds([11.99999, 10]), ...held(1.99999, 1.99999) }),
    ).toHaveLength(2);
  });
});

describe('sub-assemblies', () => {
  const crane = (more: { booms?: number; jibs?: number } = {}) =>
    weldingShop({
      periods: 3,
      programmes: [{ product: 'CRANE' }],
      demand: [
        ['CRANE', '2026-Q1', 4],
        ['CRANE', '2026-Q2', 6],
        ['CRANE', '2026-Q3', 8],
      ],
      bom: [
        ['CRANE', 'BOOM', 1],
        ['BOOM', 'JIB', 2],
      ],
      items: [
        { item: 'CRANE', leadTime: 1 },
        { item: 'BOOM', stock: more.booms ?? 0 },
        { item: 'JIB', stock: more.jibs ?? 0 },
      ],
      routing: [
        ['BOOM', 'welding', 1],
        ['JIB', 'welding', 1],
      ],
    });
  const makes = (booms: readonly number[], jibs: readonly number[]) => ({
    production: (['2026-Q1', '2026-Q2', '2026-Q3'] as const)
      .flatMap((period, at) => [['S1', 'BOOM', period, booms[at]!] as const, ['S1', 'JIB', period, jibs[at]!] as const])
      .filter(([, , , units]) => units > 0),
  });

  test('are made a lead time before, and go on being made for the cranes after the horizon', async () => {
    expect(await faultsOf(meetRequirement, crane(), makes([6, 8, 8], [12, 16, 16]))).toEqual([]);
    expect(await messagesOf(meetRequirement, crane(), makes([4, 6, 8], [8, 12, 16]))).toHaveLength(2);
  });

  test('made ahead need their components ahead', async () => {
    const ahead = { stock: [['BOOM', '2026-Q1', 3]] as const };
    expect(await faultsOf(meetRequirement, crane(), { ...makes([9, 5, 8], [18, 10, 16]), ...ahead })).toEqual([]);
    expect(await messagesOf(meetRequirement, crane(), { ...makes([9, 5, 8], [12, 16, 16]), ...ahead })).toEqual([
      'JIB in 2026-Q1: 0 on hand and 12 made, but 18 needed and 0 left in stock',
      'JIB in 2026-Q2: 0 on hand and 16 made, but 10 needed and 0 left in stock',
    ]);
  });

  test('on hand need no components', async () => {
    expect(await faultsOf(meetRequirement, crane({ booms: 6 }), makes([0, 8, 8], [0, 16, 16]))).toEqual([]);
  });

  test('after the horizon follow the cranes that are delivered, not those that are asked', async () => {
    const fewer = { delivered: [['CRANE', '2026-Q4', 5]] as const };
    expect(await faultsOf(meetRequirement, crane(), { ...makes([6, 8, 5], [12, 16, 10]), ...fewer })).toEqual([]);
  });
});

describe('an item that is had without an award', () => {
  const shop = weldingShop({
    bom: [['BOOM', 'PIN', 3]],
    items: [
      { item: 'PIN', kind: 'buy', unitValue: 1, stock: 40 },
      { item: 'SPARE', kind: 'buy', unitValue: 1, stock: 7 },
    ],
  });
  const pins = (q1: number, q2: number) => ({
    ...welds([10, 10]),
    stock: (
      [
        ['PIN', '2026-Q1', q1],
        ['PIN', '2026-Q2', q2],
        ['SPARE', '2026-Q1', 7],
        ['SPARE', '2026-Q2', 7],
      ] as const
    ).filter(([, , units]) => units > 0),
  });

  test('may use its stock when it likes', async () => {
    expect(await faultsOf(meetRequirement, shop, pins(10, 0))).toEqual([]);
    expect(await faultsOf(meetRequirement, shop, pins(40, 40))).toEqual([]);
    expect(await faultsOf(meetRequirement, shop, pins(30, 25))).toEqual([]);
  });

  test('cannot use more than is needed', async () => {
    expect(await messagesOf(meetRequirement, shop, pins(5, 0))).toEqual([
      'PIN in 2026-Q1: 40 on hand and 0 made, but 30 needed and 5 left in stock, so that more leaves the stock than is used',
    ]);
  });

  test('is never had ahead', async () => {
    expect(await messagesOf(meetRequirement, shop, pins(20, 21))).toEqual([
      'stock of PIN rises from 20 to 21 in 2026-Q2, but it is had as needed, never made ahead',
    ]);
  });

  test('stays on hand when nothing needs it', async () => {
    const gone = { ...pins(10, 0), stock: [['PIN', '2026-Q1', 10]] as const };
    expect(await messagesOf(meetRequirement, shop, gone)).toEqual([
      'SPARE in 2026-Q1: 7 on hand and 0 made, but 0 needed and 0 left in stock, so that more leaves the stock than is used',
    ]);
  });
});

test('need before the start is due in the first quarter with `pastDue: first-period`', async () => {
  const shop = (pastDue: 'pipeline' | 'first-period') =>
    weldingShop({
      demand: [['CRANE', '2026-Q1', 10]],
      programmes: [{ product: 'CRANE' }],
      bom: [['CRANE', 'BOOM', 1]],
      items: [{ item: 'CRANE', leadTime: 1 }],
      policy: { pastDue },
    });
  expect(await faultsOf(meetRequirement, shop('pipeline'), {})).toEqual([]);
  expect(await faultsOf(meetRequirement, shop('first-period'), welds([10, 0]))).toEqual([]);
  expect(await messagesOf(meetRequirement, shop('first-period'), {})).toEqual([
    'BOOM in 2026-Q1: 0 on hand and 0 made, but 10 needed and 0 left in stock',
  ]);
});

test('the crane yard balances in every item and quarter', async () => {
  expect(await faultsOf(meetRequirement, craneYard, craneYardDecision)).toEqual([]);
});

describe('when a safety stock of two booms begins', () => {
  const safe = (more: Statement) =>
    weldingShop({ items: [{ item: 'BOOM', safetyStock: 2 }, ...(more.items ?? [])], ...more });
  const faulty = async (shop: Scenario) =>
    (await faultsOf(meetRequirement, shop, welds([10, 10]))).map(({ period }) => period);

  test('with the first of its sources that is ready', async () => {
    const late = (supplier: string) => ({ supplier, hourlyRate: 50, onboardingPeriods: 1 });
    expect(await faulty(safe({}))).toEqual(['2026-Q1', '2026-Q2']);
    expect(await faulty(safe({ suppliers: [late('S2')] }))).toEqual(['2026-Q1', '2026-Q2']);
  });

  test('after its lead time, when its plates are those of the plan', async () => {
    const plated: Statement = {
      bom: [['BOOM', 'PLATE', 1]],
      items: [
        { item: 'BOOM', safetyStock: 2, leadTime: 1 },
        { item: 'PLATE', unitValue: 1 },
      ],
    };
    expect(await faulty(weldingShop(plated))).toEqual(['2026-Q2']);
    expect(await faulty(weldingShop({ ...plated, policy: { pastDue: 'first-period' } }))).toEqual([
      '2026-Q1',
      '2026-Q2',
    ]);
  });

  test('from the start, for booms without components, whatever their lead time', async () => {
    const slow = weldingShop({ items: [{ item: 'BOOM', safetyStock: 2, leadTime: 1 }] });
    expect(await faulty(slow)).toEqual(['2026-Q1', '2026-Q2']);
  });

  test('never, where nobody can make them', async () => {
    const shop = weldingShop({
      items: [{ item: 'BOOM', safetyStock: 2 }],
      capacity: [['S1', 'turning', 400]],
    });
    const nothing = {
      delivered: [
        ['BOOM', '2026-Q1', 0],
        ['BOOM', '2026-Q2', 0],
      ] as const,
    };
    expect(await faultsOf(meetRequirement, shop, nothing)).toEqual([]);
  });
});
