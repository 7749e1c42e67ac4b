import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { planDigest } from '../../scenarios/wire/plan.ts';
import { checkedEngine } from '../../solver/engines/checked.ts';
import { type Assessment, assess } from '../../solver/outages/assess.ts';
import { operationOfPlan } from '../../solver/outages/operation-of-plan.ts';
import { planRobustness } from '../../solver/outages/plan-rows.ts';
import { outageTerms, type StatedTerms } from '../../solver/outages/terms.ts';
import { planningProblem } from '../../solver/problem.ts';
import { engineOfTests } from './highs.ts';
import { type RuleStatement, scenario as scenarioOf } from './scenario-builder.ts';

const engine = checkedEngine(engineOfTests);

/** A plan assessed against outages. */
export async function assessed(scenario: Scenario, plan: Plan, stated: StatedTerms): Promise<Assessment> {
  const operation = operationOfPlan(planningProblem(scenario), plan);
  const found = await assess(operation, outageTerms(stated, scenario), { engine });
  if (!found) throw new Error('the outages were not assessed');
  return found;
}

/** `S1 2026-Q1–2026-Q2: 4`: what outages leave unprotected, in weighted units, by what is lost and in which periods. */
export const toldOf = ({ unprotected }: Assessment): readonly string[] =>
  unprotected.map(
    ({ outage: { loss, from, to }, weighted }) =>
      `${loss.names.join('+')} ${from}–${to}: ${Number(weighted.toFixed(6))}`,
  );

/** A scenario with rules survive-outage beside its own. */
export const withOutages = (
  scenario: Scenario,
  rules: readonly (RuleStatement & { rule: 'survive-outage' })[],
): Scenario => ({
  ...scenario,
  rules: [...scenario.rules, ...scenarioOf({ rules }).rules],
});

/** A plan that was made without rules survive-outage, as one of a scenario with them: it tells how it stands. */
export async function underOutages(stated: Scenario, plan: Plan): Promise<Plan> {
  const problem = planningProblem(stated);
  const rules = stated.rules.filter((rule) => rule.rule === 'survive-outage');
  const found = await Promise.all(
    rules.map(async (rule) => ({ rule: rule.id, assessment: await assessed(stated, plan, rule) })),
  );
  const value = found.reduce((sum, { assessment }) => sum + assessment.weighted, 0);
  const [shortfall, ...rest] = plan.aims;
  const added = rules.map(({ id }) => ({ rule: id, holds: true, slack: null, price: null }));
  const whole: Plan = {
    ...plan,
    scenario: { ...plan.scenario, sha256: await scenarioSha256(stated) },
    status: 'feasible',
    aims: [shortfall!, { aim: 'unprotected', value, bound: 0, gap: value === 0 ? 0 : 1 }, ...rest],
    robustness: planRobustness(problem, found, 0),
    rules: [...plan.rules, ...added].sort((left, right) => (left.rule < right.rule ? -1 : 1)),
  };
  return { ...whole, digest: await planDigest(whole) };
}

/** Small scenarios state nothing by which firms fail together: every other firm is of one region, and of one tag. */
export const inRegions = (scenario: Scenario): Scenario => ({
  ...scenario,
  suppliers: scenario.suppliers.map((firm, at) => ({
    ...firm,
    region: at % 2 === 0 ? 'NL221' : 'NL326',
    tags: at % 3 === 0 ? [...new Set([...firm.tags, 'grid'])].sort() : firm.tags,
  })),
});
