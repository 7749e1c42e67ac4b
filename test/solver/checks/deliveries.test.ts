import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { deliveries } from '../../../solver/checks/deliveries.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { faultsOf, messagesOf, weldingShop } from './judge.ts';

/** Ten booms asked in each of two quarters; q1 and q2 delivered. */
const gives = (q1: number, q2: number) => ({
  delivered: [
    ['BOOM', '2026-Q1', q1],
    ['BOOM', '2026-Q2', q2],
  ] as const,
});
const lost = weldingShop();
const carried = weldingShop({ policy: { backlog: 'carried' } });

/** Changes the first row of the products. */
const firstRow = (change: Partial<Plan['products'][number]>) => (plan: Plan) => ({
  ...plan,
  products: plan.products.map((row, at) => (at === 0 ? { ...row, ...change } : row)),
});

describe('what is not delivered is lost', () => {
  test('anything from nothing to all that is due may be delivered', async () => {
    expect(await faultsOf(deliveries, lost, gives(10, 10))).toEqual([]);
    expect(await faultsOf(deliveries, lost, gives(0, 3))).toEqual([]);
  });

  test('nothing may be caught up', async () => {
    expect(await faultsOf(deliveries, lost, gives(8, 12))).toEqual([
      {
        item: 'BOOM',
        period: '2026-Q2',
        message: '12 BOOM delivered in 2026-Q2, 0 to 10 due',
        found: 12,
        expected: 10,
      },
    ]);
  });

  test('a millionth more is forgiven', async () => {
    expect(await faultsOf(deliveries, lost, gives(10.000009, 10))).toEqual([]);
    expect(await faultsOf(deliveries, lost, gives(10.000011, 10))).toHaveLength(1);
  });

  test('nothing is taken back', async () => {
    expect(await messagesOf(deliveries, lost, gives(-1, 10))).toEqual(['-1 BOOM delivered in 2026-Q1, 0 to 10 due']);
  });

  test('there is no backlog', async () => {
    expect(await messagesOf(deliveries, lost, gives(8, 10), firstRow({ backlog: 2 }))).toEqual([
      'backlog of BOOM at the end of 2026-Q1 is 2, expected 0',
    ]);
  });
});

describe('what is not delivered is carried over', () => {
  test('all that is late and due may be delivered, not more', async () => {
    expect(await faultsOf(deliveries, carried, gives(7, 13))).toEqual([]);
    expect(await messagesOf(deliveries, carried, gives(7, 13.5))).toEqual([
      '13.5 BOOM delivered in 2026-Q2, 0 to 13 due',
    ]);
  });

  test('the backlog is what was asked and has not come', async () => {
    expect(await faultsOf(deliveries, carried, gives(7, 9))).toEqual([]);
    expect(await messagesOf(deliveries, carried, gives(7, 9), firstRow({ backlog: 0 }))).toEqual([
      'backlog of BOOM at the end of 2026-Q1 is 0, expected 3',
    ]);
  });

  test('it goes on after the horizon', async () => {
    const crane: Statement = {
      programmes: [{ product: 'CRANE' }],
      demand: [['CRANE', '2026-Q2', 4]],
      items: [{ item: 'CRANE', leadTime: 1 }],
      bom: [['CRANE', 'BOOM', 1]],
    };
    const shop = weldingShop({ ...crane, policy: { backlog: 'carried' } });
    const late = (q3: number) => ({
      delivered: [
        ['CRANE', '2026-Q2', 1],
        ['CRANE', '2026-Q3', q3],
      ] as const,
    });
    expect(await faultsOf(deliveries, shop, late(7))).toEqual([]);
    expect(await messagesOf(deliveries, shop, late(8))).toEqual(['8 CRANE delivered in 2026-Q3, 0 to 7 due']);
  });
});

test('the requirement is that of the scenario', async () => {
  expect(await messagesOf(deliveries, lost, gives(10, 10), firstRow({ required: 11 }))).toEqual([
    'required of BOOM in 2026-Q1 is 11, expected 10',
  ]);
});

describe('the multiple', () => {
  const ramp = (baseline: number): Statement => ({
    programmes: [{ product: 'BOOM', demand: { baseline, multiplier: 2, reach: '2026-Q2', shape: 'step' } }],
    demand: [],
  });

  test('is delivered ÷ baseline', async () => {
    expect(await faultsOf(deliveries, weldingShop(ramp(5)), gives(5, 10))).toEqual([]);
    expect(await messagesOf(deliveries, weldingShop(ramp(5)), gives(5, 10), firstRow({ multiple: 2 }))).toEqual([
      'multiple of BOOM in 2026-Q1 is 2, expected 1',
    ]);
  });

  test('is none without a baseline', async () => {
    expect(await messagesOf(deliveries, lost, gives(10, 10), firstRow({ multiple: 1 }))).toEqual([
      'multiple of BOOM in 2026-Q1 is 1, expected none',
    ]);
  });
});

test('every product has a row for every period, and nothing else has one', async () => {
  expect(
    await messagesOf(deliveries, lost, gives(10, 10), (plan) => ({ ...plan, products: plan.products.slice(1) })),
  ).toEqual(['no row says what is delivered of BOOM in 2026-Q1']);
  expect(await messagesOf(deliveries, lost, gives(10, 10), firstRow({ product: 'PIN' }))).toEqual([
    'products: PIN has no final demand',
    'no row says what is delivered of BOOM in 2026-Q1',
  ]);
});

test('a row of another table’s quarter says nothing', async () => {
  const crane: Statement = {
    programmes: [{ product: 'CRANE' }],
    demand: [['CRANE', '2026-Q2', 4]],
    items: [{ item: 'CRANE', leadTime: 1 }],
    bom: [['CRANE', 'BOOM', 1]],
  };
  const swapped = (plan: Plan) => ({ ...plan, products: plan.continuation, continuation: plan.products });
  expect(await messagesOf(deliveries, weldingShop(crane), {}, swapped)).toEqual([
    'no row says what is delivered of CRANE in 2026-Q1',
    'no row says what is delivered of CRANE in 2026-Q2',
    'no row says what is delivered of CRANE in 2026-Q3',
  ]);
  expect(await faultsOf(deliveries, weldingShop(crane), {})).toEqual([]);
});

test('a quarter without a row delivers nothing, and all of it is late', async () => {
  const without = (plan: Plan) => ({ ...plan, products: plan.products.slice(1) });
  expect(await messagesOf(deliveries, carried, gives(10, 20), without)).toEqual([
    'no row says what is delivered of BOOM in 2026-Q1',
    'backlog of BOOM at the end of 2026-Q2 is -10, expected 0',
  ]);
});
