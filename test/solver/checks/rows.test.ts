import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { rows } from '../../../solver/checks/rows.ts';
import { boomShippers, cheapestWay } from '../../support/boom-shippers.ts';
import { planFor } from '../../support/plan-builder.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { faultsOf, messagesOf } from './judge.ts';

const yard = (bend?: (plan: Plan) => Plan) => messagesOf(rows, craneYard, craneYardDecision, bend);
/** Changes the first row of a table. */
const first =
  <Name extends 'production' | 'stock' | 'awards' | 'pastDue' | 'continuation' | 'products' | 'aims'>(
    name: Name,
    change: Partial<Plan[Name][number]>,
  ) =>
  (plan: Plan): Plan => ({ ...plan, [name]: plan[name].map((row, at) => (at === 0 ? { ...row, ...change } : row)) });

test('the crane yard is in good form', async () => {
  expect(await yard()).toEqual([]);
});

test('suppliers, items and periods are those of the scenario', async () => {
  expect(await yard(first('production', { supplier: 'S0' }))).toEqual([
    'production: S0 BOOM 2026-Q1 speaks of the unknown supplier S0',
  ]);
  expect(await yard(first('stock', { item: 'ANVIL' }))).toEqual([
    'stock: ANVIL 2026-Q1 speaks of the unknown item ANVIL',
  ]);
  expect(await yard(first('stock', { period: '2026' }))).toEqual([
    'stock: BOOM 2026 speaks of 2026, which is not a period of this table',
  ]);
});

test('the continuation lies after the horizon, past due need before the start, all else between', async () => {
  expect(await yard(first('continuation', { period: '2026-Q4' }))).toEqual([
    'continuation: CRANE 2026-Q4 speaks of 2026-Q4, which is not a period of this table',
  ]);
  expect(await yard(first('pastDue', { period: '2026-Q1' }))).toEqual([
    'pastDue: BOOM 2026-Q1 speaks of 2026-Q1, which is not a period of this table',
  ]);
  expect(await yard(first('stock', { period: '2025-Q4' }))).toEqual([
    'stock: BOOM 2025-Q4 speaks of 2025-Q4, which is not a period of this table',
  ]);
});

test('a row stands once and in its order', async () => {
  const twice = (plan: Plan) => ({ ...plan, stock: [plan.stock[0]!, ...plan.stock] });
  expect(await yard(twice)).toEqual(['stock: BOOM 2026-Q1 stands twice']);
  const swapped = (plan: Plan) => ({ ...plan, awards: [plan.awards[1]!, plan.awards[0]!, ...plan.awards.slice(2)] });
  expect(await faultsOf(rows, craneYard, craneYardDecision, swapped)).toEqual([
    { supplier: 'S1', item: 'BOOM', message: 'awards: S1 BOOM is out of order' },
  ]);
  const late = (plan: Plan) => ({ ...plan, rampUp: [...plan.rampUp].reverse() });
  expect(await yard(late)).toEqual([
    'rampUp: 2026-Q3 is out of order',
    'rampUp: 2026-Q2 is out of order',
    'rampUp: 2026-Q1 is out of order',
  ]);
});

test('zeros are left out where a table says only what there is', async () => {
  expect(await yard(first('production', { quantity: 0 }))).toEqual([
    'production: S1 BOOM 2026-Q1 is zero and has to be left out',
  ]);
  expect(await yard(first('products', { delivered: 0 }))).toEqual([]);
});

test.each([
  ['products', (plan: Plan) => plan.products, 'CRANE 2026-Q1'],
  ['members', (plan: Plan) => plan.members, 'S1'],
  ['awards', (plan: Plan) => plan.awards, 'S1 BOOM'],
  ['certificates', (plan: Plan) => plan.certificates, 'S3 ISO 9001'],
] as const)('every figure of %s is looked at, and a zero is one', async (name, rowsOf, subject) => {
  const figures = Object.entries(rowsOf(await planFor(craneYard, craneYardDecision))[0]!).filter(
    ([, value]) => typeof value === 'number',
  );
  expect(figures).not.toEqual([]);
  for (const [figure] of figures) {
    const set = (value: number) => (plan: Plan) => ({
      ...plan,
      [name]: rowsOf(plan).map((row, at) => (at === 0 ? { ...row, [figure]: value } : row)),
    });
    expect(await yard(set(-1))).toEqual([
      `${name}: ${subject}: ${figure} is -1, expected a number that is not below zero`,
    ]);
    expect(await yard(set(0))).toEqual([]);
  }
});

test('figures are numbers and not below zero', async () => {
  expect(await yard(first('stock', { quantity: -1 }))).toEqual([
    'stock: BOOM 2026-Q1: quantity is -1, expected a number that is not below zero',
  ]);
  expect(await yard(first('production', { unitCost: Number.NaN }))).toEqual([
    'production: S1 BOOM 2026-Q1: unitCost is NaN, expected a number that is not below zero',
  ]);
  expect(await yard(first('aims', { value: -3 }))).toEqual([
    'shortfall: value is -3, expected a number that is not below zero',
  ]);
  expect(await yard((plan) => ({ ...plan, cost: { ...plan.cost, stock: -1 } }))).toEqual([
    'cost: stock is -1, expected a number that is not below zero',
  ]);
});

describe('shipments', () => {
  const shipped = (...way: readonly (readonly [string, string, string, string | null, number])[]) =>
    messagesOf(rows, boomShippers(), { ...cheapestWay, shipments: way });
  const [fromS1, fromS2, toOem] = cheapestWay.shipments;

  test('stand by maker, item, what takes it and where to, the OEM before suppliers', async () => {
    expect(await shipped(fromS1, fromS2, toOem)).toEqual([]);
    expect(await shipped(fromS2, fromS1, toOem)).toEqual(['shipments: S1 BOOM CRANE S3 is out of order']);
    expect(await shipped(fromS1, ['S1', 'BOOM', 'CRANE', 'S2', 1])).toEqual([
      'shipments: S1 BOOM CRANE S2 is out of order',
    ]);
    expect(await shipped(fromS1, ['S1', 'BOOM', 'BOOM', null, 1])).toEqual(['shipments: S1 BOOM BOOM is out of order']);
    expect(await shipped(['S1', 'BOOM', 'CRANE', null, 1], fromS1)).toEqual([]);
    expect(await shipped(fromS1, fromS1)).toEqual(['shipments: S1 BOOM CRANE S3 stands twice']);
  });

  test('speak of suppliers and items of the scenario', async () => {
    expect(await shipped(['S1', 'BOOM', 'CRANE', 'S9', 1])).toEqual([
      'shipments: S1 BOOM CRANE S9 speaks of the unknown supplier S9',
    ]);
    expect(await shipped(['S1', 'BOOM', 'ANVIL', 'S3', 1])).toEqual([
      'shipments: S1 BOOM ANVIL S3 speaks of the unknown item ANVIL',
    ]);
  });

  test('of nothing are left out', async () => {
    expect(await shipped(['S1', 'BOOM', 'CRANE', 'S3', 0])).toEqual([
      'shipments: S1 BOOM CRANE S3 is zero and has to be left out',
    ]);
    expect(await shipped(['S1', 'BOOM', 'CRANE', 'S3', -2])).toEqual([
      'shipments: S1 BOOM CRANE S3: quantity is -2, expected a number that is not below zero',
    ]);
  });
});

test('certificates stand by supplier and certificate', async () => {
  const more = (certificate: string) => (plan: Plan) => ({
    ...plan,
    certificates: [...plan.certificates, { ...plan.certificates[0]!, certificate }],
  });
  expect(await yard(more('ISO 9002'))).toEqual([]);
  expect(await yard(more('ISO 3834-2'))).toEqual(['certificates: S3 ISO 3834-2 is out of order']);
  expect(await yard(more('ISO 9001'))).toEqual(['certificates: S3 ISO 9001 stands twice']);
});

test('a gap may be below zero, a bound may not, and any may be missing', async () => {
  expect(await yard(first('aims', { gap: -0.1 }))).toEqual([]);
  expect(await yard(first('aims', { gap: Number.NaN }))).toHaveLength(1);
  expect(await yard(first('aims', { bound: -0.1 }))).toHaveLength(1);
  expect(await yard(first('products', { multiple: null }))).toEqual([]);
  expect(await yard(first('products', { multiple: Number.POSITIVE_INFINITY }))).toHaveLength(1);
});

test('every fault of a row is named', async () => {
  expect(await yard(first('stock', { item: 'ANVIL', period: '2025-Q4', quantity: 0 }))).toEqual([
    'stock: ANVIL 2025-Q4 speaks of the unknown item ANVIL',
    'stock: ANVIL 2025-Q4 speaks of 2025-Q4, which is not a period of this table',
    'stock: ANVIL 2025-Q4 is zero and has to be left out',
  ]);
});
