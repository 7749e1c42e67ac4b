import { describe, expect, test } from 'vitest';
import type { Budget } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { budget } from '../../solver/checks/budget.ts';
import { planSmall } from '../support/plan-small.ts';
import { plannedLikeOracle } from '../support/planned-like-oracle.ts';
import { type Statement, scenario } from '../support/scenario-builder.ts';
import { messagesOf, weldingShop, welds } from './checks/judge.ts';

const asks = (year: number, max: number, ...of: Budget['of']) => ({ rule: 'budget' as const, year, max, of });

/** Two frames in 2026-Q4 and three in 2027-Q1 at 100 euro; S1 makes two a quarter, and one more with each robot of 300 euro. */
const frames = (more: Statement = {}): Scenario =>
  scenario({
    calendar: { start: '2026-Q3', periods: 4 },
    routing: [['FRAME', 'welding', 2]],
    capacity: [['S1', 'welding', 4]],
    demand: [
      ['FRAME', '2026-Q4', 2],
      ['FRAME', '2027-Q1', 4],
    ],
    expansions: [
      {
        ...{ supplier: 'S1', process: 'welding', option: 'robot' },
        ...{ hoursPerPeriod: 2, capex: 300, leadTime: 0, maximum: 2 },
      },
    ],
    policy: { shortfallTolerance: 0, stock: 'none' },
    ...more,
  });

describe('a budget of capex', () => {
  test('of 600 in the year in which both robots are needed does not bind', async () => {
    const plan = await plannedLikeOracle(frames({ rules: [asks(2027, 600, 'capex')] }));
    expect([plan.aims[0]!.value, plan.cost.capex]).toEqual([0, 600]);
  });

  test('of 300 in that year moves one robot to the year before', async () => {
    const plan = await plannedLikeOracle(frames({ rules: [asks(2027, 300, 'capex')] }));
    expect([plan.aims[0]!.value, plan.cost.capex]).toEqual([0, 600]);
    expect(plan.expansions.some(({ period }) => period.startsWith('2026'))).toBe(true);
  });

  test('of 300 in that year and of nothing before leaves one frame short', async () => {
    const plan = await plannedLikeOracle(frames({ rules: [asks(2027, 300, 'capex'), asks(2026, 299, 'capex')] }));
    expect([plan.aims[0]!.value, plan.cost.capex]).toEqual([1, 300]);
  });
});

describe('a budget of onboarding and qualification', () => {
  const two = {
    suppliers: [{ supplier: 'S1', onboardingCost: 500 }],
    quotes: [{ supplier: 'S1', item: 'FRAME', unitPrice: 100, qualificationCost: 50 }],
  };

  test('holds for the year in which all start', async () => {
    const of = ['onboarding', 'qualification'] as const;
    expect((await plannedLikeOracle(frames({ ...two, rules: [asks(2026, 550, ...of)] }))).aims[0]!.value).toBe(0);
    expect((await plannedLikeOracle(frames({ ...two, rules: [asks(2026, 549, ...of)] }))).aims[0]!.value).toBe(6);
    expect((await plannedLikeOracle(frames({ ...two, rules: [asks(2027, 0, ...of)] }))).aims[0]!.value).toBe(0);
  });

  test('makes an award that is locked impossible where it costs more', async () => {
    const lock = { rule: 'lock' as const, supplier: 'S1', item: 'FRAME', award: true };
    const stated = (max: number) => frames({ ...two, rules: [lock, asks(2026, max, 'onboarding')] });
    expect((await plannedLikeOracle(stated(500))).members).toHaveLength(1);
    expect((await planSmall(stated(499))).status).toBe('infeasible');
  });
});

describe('pre-financing', () => {
  const quotes = [{ supplier: 'S1', item: 'FRAME', unitPrice: 100 }];

  test('is what is not paid for yet and what is in work, at the end of each period', async () => {
    // 73 days of a quarter of 91.25 leave 0.8 of it open; frames of the next quarter are in work.
    const plan = await plannedLikeOracle(
      frames({ quotes, costs: { paymentTermDays: 73 }, items: [{ item: 'FRAME', leadTime: 1 }] }),
    );
    expect(plan.rampUp.map(({ prefinancing }) => prefinancing)).toEqual(
      [200, 560, 320, 0].map((euro) => expect.closeTo(euro, 6)),
    );
    expect((await plannedLikeOracle(frames({ quotes }))).rampUp[0]!.prefinancing).toBeNull();
  });

  test('its peak in a year is capped: what passes it is not made', async () => {
    const costs = { paymentTermDays: 73 };
    const peak = (max: number) => frames({ quotes, costs, rules: [asks(2027, max, 'prefinancing')] });
    expect((await plannedLikeOracle(peak(320))).aims[0]!.value).toBe(0);
    expect((await plannedLikeOracle(peak(240))).aims[0]!.value).toBeCloseTo(1, 6);
  });
});

test('a plan that spends more than a budget is refused, with both figures', async () => {
  const robot = {
    ...{ supplier: 'S1', process: 'welding', option: 'robot' },
    ...{ hoursPerPeriod: 2, capex: 300, leadTime: 0, maximum: 2 },
  };
  const shop = (max: number) => weldingShop({ expansions: [robot], rules: [asks(2026, max, 'capex')] });
  const decision = { ...welds([10, 10]), expansions: [['S1', 'welding', 'robot', '2026-Q2', 2] as const] };
  expect(await messagesOf(budget, shop(600), decision)).toEqual([]);
  expect(await messagesOf(budget, shop(599), decision)).toEqual(['€ 600 of capex in 2026, at most € 599']);
});
