import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { rows } from '../../../solver/checks/rows.ts';
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
  expect(await yard(late)).toHaveLength(3);
});

test('zeros are left out where a table says only what there is', async () => {
  expect(await yard(first('production', { quantity: 0 }))).toEqual([
    'production: S1 BOOM 2026-Q1 is zero and has to be left out',
  ]);
  expect(await yard(first('products', { delivered: 0 }))).toEqual([]);
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
