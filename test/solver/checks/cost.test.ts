import { describe, expect, test } from 'vitest';
import type { CostBreakdown, Plan } from '../../../scenarios/domain/plan.ts';
import { cost } from '../../../solver/checks/cost.ts';
import { costAim } from '../../../solver/checks/cost-aim.ts';
import { boomShippers, cheapestWay, DEGREE_KM } from '../../support/boom-shippers.ts';
import type { Decision } from '../../support/plan-builder.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

const states = (change: Partial<CostBreakdown>) => (plan: Plan) => ({ ...plan, cost: { ...plan.cost, ...change } });
const yard = (change: Partial<CostBreakdown>) => messagesOf(cost, craneYard, craneYardDecision, states(change));

test('the costs of the crane yard, by hand', async () => {
  expect(
    await messagesOf(
      cost,
      craneYard,
      craneYardDecision,
      states({
        production: 14.5 * 620 + 7.5 * 500 + 18 * 300 + 28 * 275 + 46 * 300,
        bought: 57.5 * 40 + 68 * 5 + 20 * 100,
        transport: 0,
        onboarding: 6000,
        qualification: 700,
        certificates: 2500,
        capex: 0,
        hiring: 0,
        stock: 163.125,
        commitments: 0,
      }),
    ),
  ).toEqual([]);
});

test.each([
  ['production', 39_641, 'cost of production is € 39641, expected € 39640'],
  ['bought', 4639, 'cost of bought is € 4639, expected € 4640'],
  ['transport', 1, 'cost of transport is € 1, expected € 0'],
  ['onboarding', 6800, 'cost of onboarding is € 6800, expected € 6000'],
  ['qualification', 0, 'cost of qualification is € 0, expected € 700'],
  ['certificates', 5000, 'cost of certificates is € 5000, expected € 2500'],
  ['capex', 1, 'cost of capex is € 1, expected € 0'],
  ['hiring', 1, 'cost of hiring is € 1, expected € 0'],
  ['stock', 163, 'cost of stock is € 163, expected € 163.13'],
  ['commitments', 1, 'cost of commitments is € 1, expected € 0'],
])('a wrong %s cost is named', async (component, euro, message) => {
  expect(await yard({ [component]: euro })).toEqual([message]);
});

test('money is exact to a hundredth of a cent plus a millionth', async () => {
  expect(await yard({ certificates: 2500.0025 })).toEqual([]);
  expect(await yard({ certificates: 2500.0027 })).toHaveLength(1);
});

test('a production row has the unit cost of its pair', async () => {
  const found = await messagesOf(cost, weldingShop(), welds([10, 10]), (plan) => ({
    ...plan,
    production: plan.production.map((row, at) => (at === 1 ? { ...row, unitCost: 499 } : row)),
  }));
  expect(found).toEqual(['unit cost of BOOM at S1 in 2026-Q2 is € 499, expected € 500']);
});

describe('holding stock', () => {
  const held = { ...welds([14, 6]), stock: [['BOOM', '2026-Q1', 4]] as const };
  const shop = (calendar: NonNullable<Statement['calendar']>) =>
    weldingShop({ calendar, costs: { holdingRate: 0.12 }, items: [{ item: 'BOOM', unitValue: 1000 }] });

  test('costs a quarter of the yearly rate for each quarter in which it is there', async () => {
    expect(await faultsOf(cost, shop({ periods: 2 }), { ...held, holding: 4 * 1000 * 0.03 })).toEqual([]);
  });

  test('costs a twelfth for a month', async () => {
    const months = shop({ start: '2026-01', period: 'month', periods: 2 });
    const stated = { ...months, demand: [{ item: 'BOOM', period: '2026-01', quantity: 10 }] };
    const decision = {
      production: [['S1', 'BOOM', '2026-01', 14]] as const,
      stock: [
        ['BOOM', '2026-01', 4],
        ['BOOM', '2026-02', 4],
      ] as const,
    };
    expect(await faultsOf(cost, stated, { ...decision, holding: 8 * 1000 * 0.01 })).toEqual([]);
  });
});

test('what stock on hand serves is not bought', async () => {
  const shop = weldingShop({
    bom: [['BOOM', 'PIN', 3]],
    items: [{ item: 'PIN', kind: 'buy', unitValue: 2, stock: 40 }],
  });
  const kept = (q1: number) => ({ ...welds([10, 10]), stock: [['PIN', '2026-Q1', q1]] as const });
  // 60 pins needed, 40 on hand.
  expect(await faultsOf(cost, shop, { ...kept(25), bought: 40 })).toEqual([]);
  expect(await messagesOf(cost, shop, { ...kept(25), bought: 120 })).toEqual([
    'cost of bought is € 120, expected € 40',
  ]);
});

test('a scrapped component is bought too', async () => {
  const shop = weldingShop({
    bom: [{ parent: 'BOOM', item: 'PLATE', quantity: 2, scrap: 0.2 }],
    items: [{ item: 'PLATE', kind: 'buy', unitValue: 40 }],
  });
  expect(await faultsOf(cost, shop, { ...welds([10, 10]), bought: 20 * 2.5 * 40 })).toEqual([]);
});

test('a member of which a pair produces today pays no onboarding', async () => {
  const shop = (qualified: boolean) =>
    weldingShop({
      suppliers: [{ supplier: 'S1', hourlyRate: 50, onboardingCost: 800 }],
      incumbents: [{ supplier: 'S1', item: 'BOOM', qualified }],
    });
  expect(await faultsOf(cost, shop(true), welds([10, 10]))).toEqual([]);
  expect(await messagesOf(cost, shop(false), welds([10, 10]))).toEqual(['cost of onboarding is € 0, expected € 800']);
});

describe('the aim cost', () => {
  const valued = (value: number) => (plan: Plan) => ({
    ...plan,
    aims: plan.aims.map((row) => (row.aim === 'cost' ? { ...row, value } : row)),
  });

  test('is the sum of the components', async () => {
    expect(await faultsOf(costAim, craneYard, craneYardDecision, valued(53_643.125))).toEqual([]);
    expect(await messagesOf(costAim, craneYard, craneYardDecision, valued(53_643))).toEqual([
      'value of the aim cost is € 53643, expected € 53643.13',
    ]);
  });

  test('does not follow a component that is stated wrong', async () => {
    const cheaper = (plan: Plan) => valued(53_543.125)(states({ production: 39_540 })(plan));
    expect(await faultsOf(costAim, craneYard, craneYardDecision, cheaper)).toHaveLength(1);
  });
});

describe('transport', () => {
  const told = (shipments: NonNullable<Decision['shipments']>, transport: number, more: Statement = {}) =>
    messagesOf(cost, boomShippers(more), { ...cheapestWay, shipments }, states({ transport }));

  test('counts tonnes and kilometres of each shipment', async () => {
    expect(await told([['S1', 'BOOM', 'CRANE', 'S3', 3]], 3 * 0.5 * 2 * DEGREE_KM)).toEqual([]);
    expect(await told([['S3', 'CRANE', 'CRANE', null, 2]], 2 * 4 * DEGREE_KM)).toEqual([]);
    expect(await told([['S3', 'CRANE', 'CRANE', null, 2]], 0)).toHaveLength(1);
  });

  test('of what stays where it is made costs nothing', async () => {
    expect(await told([['S3', 'BOOM', 'CRANE', 'S3', 3]], 0)).toEqual([]);
  });

  test('from or to a place that nobody knows, or of an unknown item, is left to other checks', async () => {
    expect(await told([['S9', 'BOOM', 'CRANE', 'S3', 3]], 0)).toEqual([]);
    expect(await told([['S1', 'BOOM', 'CRANE', 'S9', 3]], 0)).toEqual([]);
    expect(await told([['S1', 'BOOM', 'ANVIL', null, 3]], 0)).toEqual([]);
    expect(await told([['S1', 'ANVIL', 'CRANE', 'S3', 3]], 0)).toEqual([]);
  });

  test('costs as much as its rate says', async () => {
    const costs = { transportPerTonneKm: 0.25 };
    const booms = [['S1', 'BOOM', 'CRANE', 'S3', 3]] as const;
    expect(await told(booms, 0.25 * 3 * 0.5 * 2 * DEGREE_KM, { costs })).toEqual([]);
  });
});

test('a kit on paper costs nothing, an assembly its material', async () => {
  const shop = weldingShop({
    programmes: [{ product: 'CRANE' }],
    demand: [['CRANE', '2026-Q1', 10]],
    bom: [
      ['CRANE', 'KIT', 1],
      ['KIT', 'BOOM', 1],
    ],
    items: [
      { item: 'CRANE', materialCost: 7 },
      { item: 'KIT', kind: 'phantom', materialCost: 1000, unitValue: 1000 },
    ],
  });
  expect(await faultsOf(cost, shop, { ...welds([10, 0]), bought: 10 * 7 })).toEqual([]);
});

test('stock without a value costs nothing to hold, and what is on hand at the start only where it stays', async () => {
  const shop = (unitValue?: number) =>
    weldingShop({
      costs: { holdingRate: 0.12 },
      items: [{ item: 'BOOM', stock: 4, ...(unitValue !== undefined && { unitValue }) }],
    });
  const kept = { ...welds([8, 8]), stock: [['BOOM', '2026-Q1', 2]] as const };
  expect(await faultsOf(cost, shop(), kept)).toEqual([]);
  expect(await faultsOf(cost, shop(1000), { ...kept, holding: 2 * 1000 * 0.03 })).toEqual([]);
});

test('each product goes to its own OEM', async () => {
  const at = (latitude: number) => ({ name: `OEM ${latitude}`, latitude, longitude: 5 });
  const masts = boomShippers({
    programmes: [
      { product: 'CRANE', oem: at(54) },
      { product: 'MAST', oem: at(56) },
    ],
    demand: [['MAST', '2026-Q1', 4]],
    bom: [],
    items: [
      { item: 'CRANE', weightKg: 4000 },
      { item: 'MAST', weightKg: 1000 },
    ],
    routing: [['MAST', 'assembly', 1]],
  });
  const decision = {
    production: [['S3', 'MAST', '2026-Q1', 4]] as const,
    shipments: [['S3', 'MAST', 'MAST', null, 4]] as const,
  };
  expect(await messagesOf(cost, masts, decision, states({ transport: 4 * 3 * DEGREE_KM }))).toEqual([]);
});
