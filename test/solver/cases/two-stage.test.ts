import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { weldersInCases } from '../../support/welders-in-cases.ts';

const aimOf = (plan: Plan, name: string) => plan.aims.find(({ aim }) => aim === name)!.value;
const costIn = (plan: Plan, name: string) =>
  plan.cases!.find((own) => own.name === name)!.aims.find(({ aim }) => aim === 'cost')!.value;

test('a robot that only the high case uses is bought where it saves more there than it costs', async () => {
  // In the high case 4 frames a quarter cost 200 euro less at S1: 1600 euro, in a quarter of all futures.
  const scenario = await parsed(weldersInCases(399));
  const plan = await planSmall(scenario);
  expect(await verifyPlan(scenario, plan)).toMatchObject({ violations: [], holds: true });
  expect(plan.expansions).toEqual([
    { supplier: 'S1', process: 'welding', option: 'robot', period: '2026-Q1', count: 1 },
  ]);
  expect(plan.members.map(({ supplier }) => supplier)).toEqual(['S1']);
  expect(costIn(plan, 'expected')).toBeCloseTo(1600 + 399, 6);
  expect(costIn(plan, 'high')).toBeCloseTo(2400 + 399, 6);
  expect(aimOf(plan, 'cost')).toBeCloseTo(0.75 * 1600 + 0.25 * 2400 + 399, 6);
  expect(aimOf(plan, 'shortfall')).toBe(0);
  expect(plan.status).toBe('optimal');
});

test('a robot that costs more than it saves on average is not bought', async () => {
  const scenario = await parsed(weldersInCases(401));
  const plan = await planSmall(scenario);
  expect(await verifyPlan(scenario, plan)).toMatchObject({ violations: [], holds: true });
  expect(plan.expansions).toEqual([]);
  expect(plan.members.map(({ supplier }) => supplier)).toEqual(['S1', 'S2']);
  expect(costIn(plan, 'high')).toBeCloseTo(1600 + 8 * 300, 6);
  expect(aimOf(plan, 'cost')).toBeCloseTo(0.75 * 1600 + 0.25 * 4000, 6);
});

test('expected demand alone never buys the robot', async () => {
  const { demandCases: _, ...certain } = await parsed(weldersInCases(1));
  expect((await planSmall(certain)).expansions).toEqual([]);
});

test('where a rule cannot be kept in one case, there is no plan, and the answer names the case', async () => {
  // S1 has 16 hours for 8 frames a quarter: all 16 of the expected case, two thirds of the 24 of the high one.
  const lock = { id: 'most', rule: 'lock', supplier: 'S1', item: 'FRAME', award: true, share: 0.75 } as const;
  const scenario = await parsed(weldersInCases(0, { expansions: [], rules: [lock] }));
  const plan = await planSmall(scenario);
  expect(await verifyPlan(scenario, plan)).toMatchObject({ violations: [], holds: true });
  expect([plan.status, plan.conflict]).toEqual(['infeasible', ['most']]);
  expect(plan.reported.filter(({ code }) => code === 'conflict').map(({ message }) => message)).toEqual([
    expect.stringMatching(/^in the demand case high: rule most asks 75 % of FRAME from S1, whose .* 66\.7 %$/),
  ]);
});
