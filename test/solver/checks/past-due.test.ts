import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { pastDue } from '../../../solver/checks/past-due.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { messagesOf, weldingShop } from './judge.ts';

const yard = (bend?: (plan: Plan) => Plan) => messagesOf(pastDue, craneYard, craneYardDecision, bend);

test('the first four cranes needed their parts before the start', async () => {
  expect(await yard()).toEqual([]);
});

test('a quantity that is wrong, a row too few and a row too many are named', async () => {
  const first = (quantity: number) => (plan: Plan) => ({
    ...plan,
    pastDue: plan.pastDue.map((row, at) => (at === 0 ? { ...row, quantity } : row)),
  });
  expect(await yard(first(5))).toEqual(['past due need of BOOM in 2025-Q4 is 5, expected 4']);
  expect(await yard((plan) => ({ ...plan, pastDue: plan.pastDue.slice(1) }))).toEqual([
    'past due need of BOOM in 2025-Q4 is 0, expected 4',
  ]);
  const kit = { item: 'KIT', period: '2025-Q4', quantity: 4 };
  expect(await yard((plan) => ({ ...plan, pastDue: [...plan.pastDue, kit] }))).toEqual([
    'past due need of KIT in 2025-Q4 is 4, expected 0',
  ]);
});

test('with `first-period` nothing is past due', async () => {
  const shop = weldingShop({
    demand: [['CRANE', '2026-Q1', 10]],
    programmes: [{ product: 'CRANE' }],
    bom: [['CRANE', 'BOOM', 1]],
    items: [{ item: 'CRANE', leadTime: 1 }],
    policy: { pastDue: 'first-period' },
  });
  const row = { pastDue: [['BOOM', '2025-Q4', 10]] as const };
  expect(await messagesOf(pastDue, shop, {})).toEqual([]);
  expect(await messagesOf(pastDue, shop, row)).toEqual(['past due need of BOOM in 2025-Q4 is 10, expected 0']);
});
