import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { shortfallAim } from '../../../solver/checks/shortfall-aim.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { faultsOf, messagesOf, weldingShop } from './judge.ts';

const valued = (value: number) => (plan: Plan) => ({
  ...plan,
  aims: plan.aims.map((row) => (row.aim === 'shortfall' ? { ...row, value } : row)),
});
const gives = (q1: number, q2: number) => ({
  delivered: [
    ['BOOM', '2026-Q1', q1],
    ['BOOM', '2026-Q2', q2],
  ] as const,
});

test('a crane missing counts twice and a spare winch once: 3', async () => {
  expect(await faultsOf(shortfallAim, craneYard, craneYardDecision, valued(3))).toEqual([]);
  expect(await messagesOf(shortfallAim, craneYard, craneYardDecision, valued(2))).toEqual([
    'value of the aim shortfall is 2, expected 3',
  ]);
});

test('lost booms count once, carried ones for each quarter in which they are late', async () => {
  expect(await faultsOf(shortfallAim, weldingShop(), gives(7, 10), valued(3))).toEqual([]);
  const carried = weldingShop({ policy: { backlog: 'carried' } });
  expect(await faultsOf(shortfallAim, carried, gives(7, 10), valued(6))).toEqual([]);
  expect(await faultsOf(shortfallAim, carried, gives(7, 13), valued(3))).toEqual([]);
});

test('what is missing after the horizon counts too', async () => {
  const crane: Statement = {
    programmes: [{ product: 'CRANE' }],
    demand: [['CRANE', '2026-Q2', 4]],
    items: [{ item: 'CRANE', leadTime: 1 }],
    bom: [['CRANE', 'BOOM', 1]],
  };
  const late = { delivered: [['CRANE', '2026-Q3', 1]] as const };
  expect(await faultsOf(shortfallAim, weldingShop(crane), late, valued(3))).toEqual([]);
  expect(await faultsOf(shortfallAim, weldingShop(crane), late, valued(0))).toHaveLength(1);
});
