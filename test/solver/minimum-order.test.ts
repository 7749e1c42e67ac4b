import { describe, expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { minimumOrder } from '../../solver/checks/minimum-order.ts';
import { brokenRows, rowsOf } from '../support/formulated.ts';
import { planSmall } from '../support/plan-small.ts';
import { plannedLikeOracle } from '../support/planned-like-oracle.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';
import { messagesOf, weldingShop, welds } from './checks/judge.ts';

/** Two frames a quarter for a year; S1 quotes 100 euro each and makes at least so many in a quarter, S2 makes any number at 130. */
const frames = (minimum: number, more: Statement = {}): Scenario =>
  scenario({
    periods: 4,
    routing: [['FRAME', 'welding', 1]],
    capacity: [
      ['S1', 'welding', 10],
      ['S2', 'welding', 10],
    ],
    demand: ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) => ['FRAME', period, 2] as const),
    quotes: [
      { supplier: 'S1', item: 'FRAME', unitPrice: 100, ...(minimum > 0 && { minimumOrder: minimum }) },
      { supplier: 'S2', item: 'FRAME', unitPrice: 130 },
    ],
    policy: { shortfallTolerance: 0, stock: 'none' },
    ...more,
  });

const made = (plan: Plan, supplier: string): readonly number[] =>
  plan.production.filter((row) => row.supplier === supplier).map(({ quantity }) => quantity);

describe('a minimum order', () => {
  test('of two, with two due, binds nobody', async () => {
    expect(made(await plannedLikeOracle(frames(2)), 'S1')).toEqual([2, 2, 2, 2]);
  });

  test('of three sends the work elsewhere where nothing may be made ahead', async () => {
    const plan = await plannedLikeOracle(frames(3));
    expect([made(plan, 'S1'), made(plan, 'S2')]).toEqual([[], [2, 2, 2, 2]]);
  });

  test('of three is met by making ahead where that is allowed', async () => {
    const plan = await plannedLikeOracle(frames(3, { policy: { shortfallTolerance: 0, stock: 'allowed' } }));
    expect(made(plan, 'S2')).toEqual([]);
    expect(made(plan, 'S1').every((units) => units >= 3 - 1e-6)).toBe(true);
    expect(plan.cost.production).toBeCloseTo(800, 6);
  });

  test('of nine makes one frame more than is due where no other firm can make any', async () => {
    const alone = frames(9, {
      capacity: [['S1', 'welding', 10]],
      policy: { shortfallTolerance: 0, stock: 'allowed' },
    });
    const plan = await plannedLikeOracle(alone);
    expect([made(plan, 'S1'), plan.cost.production]).toEqual([[9], 900]);
  });

  test('of three leaves two due without a source where nothing may be made ahead and nobody else can', async () => {
    const plan = await plannedLikeOracle(frames(3, { capacity: [['S1', 'welding', 10]] }));
    expect(plan.aims[0]).toMatchObject({ value: 8 });
    expect(plan.awards).toEqual([]);
  });

  test('makes a fixed share impossible that needs less in each quarter', async () => {
    const lock = { rule: 'lock' as const, supplier: 'S1', item: 'FRAME', award: true, share: 0.5 };
    const half = frames(3, { rules: [lock] });
    expect((await planSmall(half)).status).toBe('infeasible');
    expect((await plannedLikeOracle(frames(2, { rules: [lock] }))).aims[0]!.value).toBe(0);
  });
});

test('a quarter without an order has nothing, one with an order at least the minimum', () => {
  const rows = 'minimum-order|S1|FRAME|1';
  const point = (units: number, ordered: number) => ({ 'x|S1|FRAME|1': units, 'o|S1|FRAME|1': ordered });
  expect(brokenRows(frames(2), rows, point(2, 1))).toEqual([]);
  expect(brokenRows(frames(2), rows, point(1.9, 1))).toEqual([`${rows}|least`]);
  expect(brokenRows(frames(2), rows, point(0.1, 0))).toEqual([`${rows}|most`]);
  expect(brokenRows(frames(2), rows, point(0, 0))).toEqual([]);
  expect(rowsOf(frames(0), 'minimum-order|')).toEqual([]);
});

test('a plan that orders less than the minimum in a quarter is refused', async () => {
  const shop = weldingShop({ quotes: [{ supplier: 'S1', item: 'BOOM', unitPrice: 9, minimumOrder: 10 }] });
  expect(await messagesOf(minimumOrder, shop, welds([10, 10]))).toEqual([]);
  expect(await messagesOf(minimumOrder, shop, welds([12, 0], [0, 8]))).toEqual([]);
  expect(await messagesOf(minimumOrder, shop, welds([10, 9.9]))).toEqual([
    'S1 makes 9.9 BOOM in 2026-Q2, quoted from 10 a period on',
  ]);
});
