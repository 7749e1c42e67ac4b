import { describe, expect, test } from 'vitest';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { parsed, planSmall } from '../support/plan-small.ts';
import { type RuleStatement, type Statement, scenario } from '../support/scenario-builder.ts';

/** Ten frames of an hour are due in each of three quarters and nothing is made ahead; two firms offer five hours each. */
const shop = (rules: readonly RuleStatement[], statement: Statement = {}) =>
  scenario({
    periods: 3,
    demand: [
      ['FRAME', '2026-Q1', 10],
      ['FRAME', '2026-Q2', 10],
      ['FRAME', '2026-Q3', 10],
    ],
    items: [{ item: 'FRAME', certificates: ['AQAP-2110'] }],
    certificates: [
      { supplier: 'S1', certificate: 'AQAP-2110', status: 'held' },
      { supplier: 'S2', certificate: 'AQAP-2110', status: 'obtainable', cost: 100 },
    ],
    routing: [['FRAME', 'welding', 1]],
    capacity: [
      ['S1', 'welding', 5],
      ['S2', 'welding', 5],
    ],
    policy: { stock: 'none' },
    rules,
    ...statement,
  });

describe.each([monolithic, kernel])('onboarding in turn under the strategy $name', (strategy) => {
  const planned = async (rules: readonly RuleStatement[], statement: Statement = {}) => {
    const stated = await parsed(shop(rules, statement));
    const plan = await planSmall(stated, strategy);
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    return { plan, status: plan.status, short: plan.aims[0]?.value };
  };
  const oneByOne: RuleStatement = { rule: 'onboarding-throughput', max: 1 };

  test('two at once, where that is allowed', async () => {
    const { plan, short } = await planned([{ ...oneByOne, max: 2 }]);
    expect(short).toBeCloseTo(0, 9);
    expect(plan.members.map(({ start }) => start)).toEqual(['2026-Q1', '2026-Q1']);
  });

  test('one after the other, the first quarter is short; a certificate is obtained from the start on', async () => {
    const { plan, short } = await planned([oneByOne]);
    expect(short).toBeCloseTo(5, 9);
    expect(plan.members.map(({ start }) => start).sort()).toEqual(['2026-Q1', '2026-Q2']);
    const start = plan.members.find(({ supplier }) => supplier === 'S2')!.start;
    expect(plan.certificates).toMatchObject([{ supplier: 'S2', start, firstPeriod: start }]);
  });

  test('an incumbent does not stand in the queue', async () => {
    expect((await planned([oneByOne], { incumbents: [{ supplier: 'S1', item: 'FRAME' }] })).short).toBeCloseTo(0, 9);
  });

  test('only for want of turns there is no plan', async () => {
    const two: RuleStatement = { rule: 'source-count', min: 2, strict: true };
    const last: Statement = { periods: 1, demand: [['FRAME', '2026-Q1', 10]] };
    expect((await planned([two], last)).status).toBe('optimal');
    const { status, plan } = await planned([two, { ...oneByOne, id: 'desk' }], last);
    expect(status).toBe('infeasible');
    expect(plan.conflict).toContain('desk');
  });
});
