import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { RULE_NAMES } from '../../../scenarios/wire/rules.ts';
import { kernel } from '../../../solver/strategies/kernel/strategy.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { explainSmall } from '../../support/explain-small.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { type RuleStatement, type Statement, scenario } from '../../support/scenario-builder.ts';
import { CASES, FIRMS } from './cases.ts';
import { FACTS } from './facts.ts';

const stating = (rules: readonly RuleStatement[], more: Statement = {}): Promise<Scenario> =>
  parsed(scenario({ ...FIRMS, ...more, rules }));

const rounded = ({ aims }: Plan): readonly number[] => aims.map(({ value }) => Math.round(value * 1e4) / 1e4);

/** The aims that a plan has with and without a rule: what is unprotected, nothing of it, is left out. */
const shared = (aims: readonly number[]): readonly number[] =>
  aims.length === 3 && aims[1] === 0 ? [aims[0]!, aims[2]!] : aims;

/** The aims of the best plan, which is verified. */
async function aimsOf(stated: Scenario): Promise<readonly number[]> {
  const plan = await planSmall(stated);
  expect((await verifyPlan(stated, plan, engineOfTests)).violations).toEqual([]);
  expect(plan.status).toBe('optimal');
  return rounded(plan);
}

/** What the answer without a plan says of the facts that rules come up against. */
const reasonsOf = ({ reported }: Plan): readonly string[] => reported.map(({ message }) => message);

const closeTo = (aims: readonly number[]) => aims.map((value) => expect.closeTo(value, 3));

test('every rule that a scenario can state has its cases', () => {
  expect(Object.keys(CASES).sort()).toEqual([...RULE_NAMES].sort());
});

describe.each(Object.entries(CASES))('%s', (_, { binds, idle, forbids }) => {
  test('where it binds, the plan is another one without it', async () => {
    const stated = await stating([binds.rule], binds.more);
    expect(await aimsOf(stated)).toEqual(closeTo(binds.aims));
    expect(rounded(await planSmall(stated, kernel))).toEqual(closeTo(binds.aims));
    expect(await aimsOf(await stating([], binds.more))).toEqual(closeTo(binds.without));
    expect(binds.aims).not.toEqual(binds.without);
  });

  test('where it asks nothing, the plan has the same aims without it', async () => {
    expect(shared(await aimsOf(await stating([idle.rule], idle.more)))).toEqual(closeTo(idle.aims));
    expect(await aimsOf(await stating([], idle.more))).toEqual(closeTo(idle.aims));
  });

  if ('never' in forbids) {
    test(`never leaves no plan: ${forbids.never}`, async () => {
      const cost = (await aimsOf(await stating([forbids.rule], forbids.more))).at(-1);
      expect(cost).toBeGreaterThan(forbids.costs);
    });
    return;
  }
  test('where it leaves no plan, the conflict names it and no rule that has no part in it', async () => {
    const { rule, more, beside = [], says } = forbids;
    const bystander: RuleStatement = { id: 'bystander', rule: 'member-count', max: 3 };
    const stated = await stating([bystander, rule, ...beside], more);
    const plan = await planSmall(stated);
    expect(plan.status).toBe('infeasible');
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    const { conflict } = await explainSmall(stated, plan, { conflict: true });
    const named = ['it', ...beside.map(({ id }) => id!)].sort();
    expect(conflict!.sets.map(({ rules, minimal }) => [[...rules].sort(), minimal])).toEqual([[named, true]]);
    expect(reasonsOf(plan)).toEqual(says);
    expect((await planSmall(await stating([bystander, ...beside], more))).status).toBe('optimal');
  });
});

describe.each(Object.entries(FACTS))('%s, which no rule states', (_, { binds, idle, forbids }) => {
  test('where it binds, the plan is another one without it', async () => {
    const aims = await aimsOf(await stating([], binds.with));
    expect(aims).toEqual(closeTo(binds.aims));
    expect(await aimsOf(await stating([], binds.without))).not.toEqual(closeTo(binds.aims));
  });

  test('where it asks nothing, the plan has the same aims without it', async () => {
    const aims = await aimsOf(await stating([], idle.with));
    expect(await aimsOf(await stating([], idle.without))).toEqual(closeTo(aims));
  });

  test('where it leaves no plan, the conflict names the rules that it meets, none where it forbids alone', async () => {
    const bystander: RuleStatement = { id: 'bystander', rule: 'member-count', max: 3 };
    const stated = await stating([bystander, ...forbids.rules], forbids.with);
    const plan = await planSmall(stated);
    expect(plan.status).toBe('infeasible');
    const { conflict } = await explainSmall(stated, plan, { conflict: true });
    expect(conflict!.sets).toEqual([{ rules: forbids.rules.map(({ id }) => id), minimal: true }]);
    expect(reasonsOf(plan)).toEqual(forbids.says);
    expect((await planSmall(await stating([bystander, ...forbids.rules], forbids.without))).status).toBe('optimal');
  });
});
