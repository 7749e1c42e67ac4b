import { beforeAll, expect, test } from 'vitest';
import type { CasePlan, Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { parsePlan, serialisePlan } from '../../../scenarios/wire/plan.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { redigested } from '../../support/plan-builder.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { weldersInCases } from '../../support/welders-in-cases.ts';

let scenario: Scenario;
let plan: Plan;
beforeAll(async () => {
  scenario = await parsed(weldersInCases(401));
  plan = await planSmall(scenario);
});

/** What is found in a plan of which something was altered, with a digest that belongs to it. */
async function foundIn(changes: Partial<Plan>): Promise<readonly string[]> {
  const { violations } = await verifyPlan(scenario, await redigested({ ...plan, ...changes }));
  return violations.map(({ check, message }) => `${check}: ${message}`);
}

/** The plan with its case `high` altered. */
const withHigh = (alter: (own: CasePlan) => Partial<CasePlan>): Partial<Plan> => ({
  cases: plan.cases!.map((own) => (own.name === 'high' ? { ...own, ...alter(own) } : own)),
});

test('a plan with cases is read back as it was written', () => {
  expect(parsePlan(serialisePlan(plan))).toEqual({ ok: true, value: plan, warnings: [] });
  expect(plan.cases!.map(({ name }) => name)).toEqual(['expected', 'high']);
});

test('one frame more in one case is found there', async () => {
  const found = await foundIn(
    withHigh(({ production }) => ({
      production: production.map((row, at) => (at === 0 ? { ...row, quantity: row.quantity + 1 } : row)),
    })),
  );
  expect(found).toContainEqual(expect.stringMatching(/^capacity: in case high: .*S1/));
  expect(found).toContainEqual(expect.stringMatching(/^meet-requirement: in case high: /));
});

test('other members or awards in one case than in the others are found', async () => {
  const found = await foundIn(
    withHigh(({ awards, members }) => ({ awards: awards.slice(0, 1), members: members.slice(0, 1) })),
  );
  expect(found).toContain('cases: case high has other members than case expected: S2 from 2026-Q1');
  expect(found).toContain('cases: case high has other awards than case expected: FRAME to S2');
});

test('the aims and the cost of the plan are those of its cases, each as likely as it is', async () => {
  const aims = plan.aims.map((row) => (row.aim === 'cost' ? { ...row, value: row.value + 1 } : row));
  expect(await foundIn({ aims })).toContain('cases: expected cost is € 2201, expected € 2200');
  expect(await foundIn({ cost: { ...plan.cost, production: 1600 } })).toEqual([
    'cases: expected cost of production is € 1600, expected € 2200',
  ]);
  expect(await foundIn(withHigh(() => ({ aims: [{ aim: 'shortfall', value: 0 }] })))).not.toEqual([]);
});

test('the tables of the plan are those of the case that it shows', async () => {
  expect(await foundIn({ production: plan.cases![1]!.production })).toEqual([
    'cases: the table production of the plan is not that of case expected',
  ]);
});

test('the cases are those of the scenario, no more, no fewer, as likely', async () => {
  const twice = plan.cases!.map((own) => ({ ...own, probability: 0.5 }));
  expect(await foundIn({ cases: twice })).toEqual([
    'cases: the plan has the demand cases expected (0.5), high (0.5), expected expected (0.75), high (0.25)',
  ]);
  expect(await foundIn({ cases: plan.cases!.slice(0, 1) })).toHaveLength(1);
  const { cases: _, ...without } = plan;
  const { violations } = await verifyPlan(scenario, await redigested(without));
  expect(violations.map(({ check }) => check)).toEqual(['cases']);
});

test('a plan of a scenario without cases has none', async () => {
  const { demandCases: _, ...certain } = scenario;
  const own = await planSmall(certain);
  expect(own).not.toHaveProperty('cases');
  const { violations } = await verifyPlan(certain, await redigested({ ...own, cases: plan.cases! }));
  expect(violations.map(({ check }) => check)).toEqual(['cases']);
});

test('a slack that one case does not leave is found in the list of rules', async () => {
  const capped = await parsed(weldersInCases(401, { rules: [{ id: 'cap', rule: 'share-cap', max: 0.9 }] }));
  const own = await planSmall(capped);
  expect(await verifyPlan(capped, own)).toMatchObject({ violations: [] });
  // S1 makes 14.4 of 16 frames where 14.4 is the cap, and 16 of 24 in the high case: the least slack is none.
  expect(own.rules).toMatchObject([{ rule: 'cap', holds: true, slack: expect.closeTo(0, 6) }]);
  const generous = await redigested({ ...own, rules: own.rules.map((row) => ({ ...row, slack: 0.2 })) });
  const { violations } = await verifyPlan(capped, generous);
  expect(violations.map(({ check, rule }) => [check, rule])).toEqual([['rules', 'cap']]);
});
