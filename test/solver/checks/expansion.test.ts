import { expect, test } from 'vitest';
import { capacity } from '../../../solver/checks/capacity.ts';
import { cost } from '../../../solver/checks/cost.ts';
import { expansion } from '../../../solver/checks/expansion.ts';
import { members } from '../../../solver/checks/members.ts';
import { rampUp } from '../../../solver/checks/ramp-up.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

/** A robot adds 100 h of welding at S1 for 5,000 euro, one quarter after it is bought, twice at most; a shift 50 h at once. */
const expansions = [
  {
    ...{ supplier: 'S1', process: 'welding', option: 'robot' },
    ...{ hoursPerPeriod: 100, capex: 5000, leadTime: 1, maximum: 2 },
  },
  {
    ...{ supplier: 'S1', process: 'welding', option: 'shift' },
    ...{ hoursPerPeriod: 50, capex: 700, leadTime: 0, maximum: 1 },
  },
];
const shop = weldingShop({ expansions });
const robots = (period: string, count: number) => ['S1', 'welding', 'robot', period, count] as const;

test('a robot with a lead time of one quarter has hours from the quarter after it is bought', async () => {
  const bought = { expansions: [robots('2026-Q1', 1)] };
  expect(await faultsOf(capacity, shop, { ...welds([40, 50]), ...bought })).toEqual([]);
  expect(await messagesOf(capacity, shop, { ...welds([41, 50.1]), ...bought })).toEqual([
    'S1 works 410.0 h of welding in 2026-Q1, 400.0 h available',
    'S1 works 501.0 h of welding in 2026-Q2, 500.0 h available',
  ]);
});

test('a shift without lead time has hours in the quarter in which it is bought', async () => {
  const bought = { expansions: [['S1', 'welding', 'shift', '2026-Q1', 1] as const] };
  expect(await faultsOf(capacity, shop, { ...welds([45, 45]), ...bought })).toEqual([]);
  expect(await faultsOf(capacity, shop, { ...welds([45.1, 45]), ...bought })).toHaveLength(1);
});

test('hours of two robots add up, also when they are bought one after the other', async () => {
  const bought = { expansions: [robots('2026-Q1', 2)] };
  expect(await faultsOf(capacity, shop, { ...welds([0, 60]), ...bought })).toEqual([]);
  const late = { expansions: [robots('2026-Q1', 1), robots('2026-Q2', 1)] };
  expect(await messagesOf(capacity, shop, { ...welds([0, 60]), ...late })).toEqual([
    'S1 works 600.0 h of welding in 2026-Q2, 500.0 h available',
  ]);
});

test('two robots are the most, whenever they are bought', async () => {
  const decision = (count: number) => ({
    ...welds([10, 10]),
    expansions: [robots('2026-Q1', 1), robots('2026-Q2', count)],
  });
  expect(await faultsOf(expansion, shop, decision(1))).toEqual([]);
  expect(await messagesOf(expansion, shop, decision(2))).toEqual([
    'the plan buys 3 of robot for welding at S1, at most 2',
  ]);
});

test('half a robot, one that nobody offers and one for a firm without an award are refused', async () => {
  expect(await messagesOf(expansion, shop, { ...welds([10, 10]), expansions: [robots('2026-Q1', 0.5)] })).toEqual([
    'the plan buys 0.5 of robot for welding at S1, expected a whole number above 0',
  ]);
  const unknown = { expansions: [['S1', 'welding', 'laser', '2026-Q1', 1] as const] };
  expect(await messagesOf(expansion, shop, { ...welds([10, 10]), ...unknown })).toEqual([
    'the plan buys laser for welding at S1, which is not an option',
  ]);
  expect(await messagesOf(expansion, shop, { ...welds([0, 0], [10, 10]), expansions: [robots('2026-Q1', 1)] })).toEqual(
    ['the plan buys robot for welding at S1, who is not a member'],
  );
});

test('a firm without hours of its own is a source only once it has expanded, as a standby too', async () => {
  const bare = weldingShop({ expansions, capacity: [['S2', 'welding', 400]], suppliers: [{ supplier: 'S1' }] });
  const standby = { ...welds([0, 0], [10, 10]), standby: [['S1', 'BOOM'] as const] };
  expect(await messagesOf(expansion, bare, standby)).toEqual([
    'S1 is awarded BOOM but has no hours of welding and does not expand',
  ]);
  expect(await faultsOf(expansion, bare, { ...standby, expansions: [robots('2026-Q1', 1)] })).toEqual([]);
});

test('capex stands in the cost, in the spend on the member and in the period in which it is paid', async () => {
  const decision = { ...welds([10, 45]), expansions: [robots('2026-Q1', 2)] };
  for (const check of [cost, members, rampUp]) expect(await faultsOf(check, shop, decision)).toEqual([]);
  const without = (plan: Parameters<NonNullable<Parameters<typeof messagesOf>[3]>>[0]) => ({
    ...plan,
    cost: { ...plan.cost, capex: 0 },
    members: plan.members.map((row) => ({ ...row, spend: row.spend - 10_000 })),
    rampUp: plan.rampUp.map((row) => ({ ...row, capex: 0 })),
  });
  expect(await messagesOf(cost, shop, decision, without)).toEqual(['cost of capex is € 0, expected € 10000']);
  expect(await messagesOf(members, shop, decision, without)).toContain('spend on S1 is € 27500, expected € 37500');
  expect(await messagesOf(rampUp, shop, decision, without)).toEqual(['capex in 2026-Q1 is 0, expected 10000']);
});
