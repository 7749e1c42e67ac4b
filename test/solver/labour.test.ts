import { describe, expect, test } from 'vitest';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { parsed, planSmall } from '../support/plan-small.ts';
import { type RuleStatement, type Statement, scenario } from '../support/scenario-builder.ts';

/** Ten, twenty and forty frames of an hour are due, and nothing is made ahead; S1 has one head for every ten hours. */
const shop = (rule: Partial<RuleStatement> | null, statement: Statement = {}) =>
  scenario({
    periods: 3,
    demand: [
      ['FRAME', '2026-Q1', 10],
      ['FRAME', '2026-Q2', 20],
      ['FRAME', '2026-Q3', 40],
    ],
    routing: [['FRAME', 'welding', 1]],
    suppliers: [{ supplier: 'S1', hourlyRate: 10, employees: 1, region: 'NL321' }],
    capacity: [['S1', 'welding', 40]],
    policy: { stock: 'none' },
    rules: rule === null ? [] : [{ rule: 'labour', id: 'people', productiveHours: 10, ...rule } as RuleStatement],
    ...statement,
  });

describe.each([monolithic, kernel])('labour under the strategy $name', (strategy) => {
  const planned = async (document: ReturnType<typeof shop>) => {
    const stated = await parsed(document);
    const plan = await planSmall(stated, strategy);
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    expect(plan.status).toBe('optimal');
    return { plan, short: plan.aims[0]!.value };
  };

  test('hires are as few and as late as can be', async () => {
    const { plan, short } = await planned(shop({ hiresPerPeriod: 5 }));
    expect(short).toBeCloseTo(0, 9);
    expect(plan.hires).toEqual([
      { supplier: 'S1', period: '2026-Q2', heads: 1 },
      { supplier: 'S1', period: '2026-Q3', heads: 2 },
    ]);
    expect(plan.rampUp.map(({ hires }) => hires)).toEqual([0, 1, 2]);
    expect(plan.cost.hiring).toBe(0);
  });

  test('who cannot all be hired when needed is hired before', async () => {
    const { plan, short } = await planned(shop({ hiresPerPeriod: 1 }));
    expect(short).toBeCloseTo(0, 9);
    expect(plan.hires.map(({ heads }) => heads)).toEqual([1, 1, 1]);
    expect(plan.rules).toEqual([{ rule: 'people', holds: true, slack: 0, price: null }]);
  });

  test('with enough people nobody is hired', async () => {
    expect((await planned(shop({ hiresPerPeriod: 0, productiveHours: 40 }))).plan.hires).toEqual([]);
  });

  test('only for want of people the plan is short', async () => {
    expect((await planned(shop(null))).short).toBe(0);
    const { short } = await planned(shop({ hiresPerPeriod: 0.5 }));
    // One and a half, two, two and a half heads: 15 are at work on 10, 20 on 20, 25 on 40.
    expect(short).toBeCloseTo(15, 6);
  });

  test('firms of a region hire from one pool, firms elsewhere do not', async () => {
    const two = (region: string): Statement => ({
      suppliers: [
        { supplier: 'S1', hourlyRate: 10, employees: 1, region: 'NL321' },
        { supplier: 'S2', hourlyRate: 10, employees: 0, region },
      ],
      capacity: [
        ['S1', 'welding', 40],
        ['S2', 'welding', 40],
      ],
    });
    const pool = { regionHiresPerPeriod: 0.5 };
    expect((await planned(shop(pool, two('NL321')))).short).toBeCloseTo(15, 6);
    expect((await planned(shop(pool, two('NL111')))).short).toBeCloseTo(0, 6);
  });
});
