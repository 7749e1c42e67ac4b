import { describe, expect, test } from 'vitest';
import type { CasePlan, Plan, RuleRow } from '../../../scenarios/domain/plan.ts';
import { kernel } from '../../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { redigested } from '../../support/plan-builder.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import type { RuleStatement } from '../../support/scenario-builder.ts';
import { weldersInCases } from '../../support/welders-in-cases.ts';

/** In the high case 12 frames are due in a quarter; S1 makes 8 and S2 would have to make 4, a third. */
const under = (...rules: readonly RuleStatement[]) => parsed(weldersInCases(0, { expansions: [], rules }));
const cap = (max: number): RuleStatement => ({
  ...{ id: 'cap', rule: 'share-cap', max, scope: { suppliers: ['S2'] } },
  ...{ hard: false, priority: 1 },
});
const rowsOf = (rows: readonly RuleRow[]) =>
  rows.map(({ rule, holds, slack }) => [rule, holds, slack === null ? null : Math.round(slack * 1e6) / 1e6]);

describe.each([monolithic, kernel])('soft rules in several futures under the strategy $name', (strategy) => {
  async function planned(...rules: readonly RuleStatement[]) {
    const stated = await under(...rules);
    const plan = await planSmall(stated, strategy);
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    return plan;
  }

  test('one that every case can keep is kept', async () => {
    const plan = await planned(cap(0.34));
    expect(plan.reported).toEqual([]);
    expect(plan.cases!.map(({ rules }) => rules[0]!.holds)).toEqual([true, true]);
  });

  test('one with which more would be missing in one case is given up for all, and judged in each', async () => {
    const plan = await planned(cap(0.3), { id: 'two', rule: 'member-count', max: 2 });
    expect(plan.aims.map(({ value }) => value)).toEqual([0, expect.closeTo(0.75 * 1600 + 0.25 * 4000, 6)]);
    expect(plan.reported.map(({ code, rule }) => [code, rule])).toEqual([['rule-given-up', 'cap']]);
    expect(plan.reported[0]!.message).toMatch(/in this plan, in the demand case high, it is broken by 0\.0333$/);
    const high = ['cap', false, -0.033333];
    expect(rowsOf(plan.rules)[0]).toEqual(high);
    expect(plan.cases!.map(({ rules }) => rowsOf(rules))).toEqual([
      [
        ['cap', true, 0.3],
        ['two', true, 0],
      ],
      [high, ['two', true, 0]],
    ]);
  });

  test('an exclusion that is given up is broken in all cases, as awards are shared', async () => {
    const plan = await planned({ id: 'out', rule: 'exclude', suppliers: ['S2'], hard: false, priority: 1 });
    expect(plan.aims[0]!.value).toBe(0);
    expect(plan.reported[0]!.message).toContain('in the demand cases expected and high');
    expect(plan.cases!.map(({ rules }) => rules[0]!.holds)).toEqual([false, false]);
  });
});

test('what a plan says of a rule that is given up is checked in each case', async () => {
  const stated = await under(cap(0.3));
  const plan = await planSmall(stated);
  const found = async (changes: Partial<Plan>) =>
    (await verifyPlan(stated, await redigested({ ...plan, ...changes }))).violations.map(({ check }) => check);
  const inHigh = (change: (own: CasePlan) => Partial<CasePlan>) =>
    plan.cases!.map((own) => (own.name === 'high' ? { ...own, ...change(own) } : own));
  expect(await found({})).toEqual([]);
  expect(
    await found({ cases: inHigh(({ rules }) => ({ rules: rules.map((row) => ({ ...row, holds: true })) })) }),
  ).toEqual(['rules']);
  expect(await found({ cases: inHigh(() => ({ rules: [] })) })).toEqual(['rules']);
  // A rule that nobody reports as given up has to hold in every case.
  expect(await found({ reported: [] })).toContain('share-cap');
});

test('a rule that holds in every case is not given up', async () => {
  const stated = await under(cap(0.34));
  const plan = await planSmall(stated);
  const remark = { code: 'rule-given-up', message: '', item: null, supplier: null, rule: 'cap' };
  const { violations } = await verifyPlan(stated, await redigested({ ...plan, reported: [remark] }));
  expect(violations.map(({ check }) => check)).toEqual(['given-up']);
});
