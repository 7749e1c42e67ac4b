import { expect, test } from 'vitest';
import type { Plan, RampUpRow } from '../../../scenarios/domain/plan.ts';
import { rampUp } from '../../../solver/checks/ramp-up.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { messagesOf, weldingShop, welds } from './judge.ts';

const second = (change: Partial<RampUpRow>) => (plan: Plan) => ({
  ...plan,
  rampUp: plan.rampUp.map((row, at) => (at === 1 ? { ...row, ...change } : row)),
});
const yard = (bend: (plan: Plan) => Plan) => messagesOf(rampUp, craneYard, craneYardDecision, bend);

test('2026-Q2 of the crane yard, by hand', async () => {
  // 5 cranes of weight 2, the spare winches apart; 5½ booms of 12 h, 14 winches of 5 h, 14 motors of ½ h.
  const byHand = { required: 10, delivered: 10, multiple: 1.25, hours: 143, hires: 0, capex: 0, prefinancing: null };
  expect(await yard(second(byHand))).toEqual([]);
});

test.each<[Partial<RampUpRow>, string]>([
  [{ required: 8 }, 'required in 2026-Q2 is 8, expected 10'],
  [{ delivered: 13 }, 'delivered in 2026-Q2 is 13, expected 10'],
  [{ multiple: 1.5 }, 'multiple in 2026-Q2 is 1.5, expected 1.25'],
  [{ multiple: null }, 'multiple in 2026-Q2 is none, expected 1.25'],
  [{ hours: 66 }, 'hours in 2026-Q2 is 66, expected 143'],
  [{ hires: 1 }, 'hires in 2026-Q2 is 1, expected 0'],
  [{ capex: 1 }, 'capex in 2026-Q2 is 1, expected 0'],
  [{ prefinancing: 0 }, 'prefinancing in 2026-Q2 is 0, expected none'],
])('%o in 2026-Q2 is wrong', async (change, message) => {
  expect(await yard(second(change))).toEqual([message]);
});

test('there is no multiple where no baseline is stated', async () => {
  expect(await messagesOf(rampUp, weldingShop(), welds([10, 10]), second({ multiple: null }))).toEqual([]);
  expect(await messagesOf(rampUp, weldingShop(), welds([10, 10]), second({ multiple: 1 }))).toEqual([
    'multiple in 2026-Q2 is 1, expected none',
  ]);
});

test('every period is summed up', async () => {
  expect(await yard((plan) => ({ ...plan, rampUp: plan.rampUp.slice(0, 3) }))).toEqual(['no row sums up 2026-Q4']);
});
