import type { Plan, RuleRow } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Check, CheckContext, Finding, Violation } from './check.ts';
import { flow } from './flow.ts';
import { judgedIds } from './given-up.ts';
import { noPlanChecks, planChecks, ruleChecks } from './index.ts';
import { planView } from './plan-view.ts';
import { type ScenarioView, scenarioView } from './scenario-view.ts';

/** What the checks find, and each stated rule as recomputed, in order of id. */
export interface Judged {
  readonly violations: readonly Violation[];
  readonly rules: readonly RuleRow[];
}

/** What checks look at: a plan beside what its scenario states. */
export function contextOf(stated: ScenarioView, plan: Plan): CheckContext {
  const view = planView(stated, plan);
  return { stated, plan, view, flow: flow(stated, view), judged: [] };
}

/** All checks of a plan, or of an answer without one; `apart` are rules that were given up, which need not hold. */
export function judged(context: CheckContext, hasPlan = true, apart: readonly RuleRow[] = []): Judged {
  const stated = hasPlan ? ruleChecks.map((check) => run(check, context)) : [];
  const rules = hasPlan ? [...judgedRules(context, stated), ...apart].sort(byRule) : [];
  const others = (hasPlan ? planChecks : noPlanChecks).map((check) => run(check, { ...context, judged: rules }));
  return { violations: [...stated, ...others].flatMap(({ violations }) => violations), rules };
}

/** Rules that were given up, as the checks find them where all rules are stated. */
export function judgedApart(scenario: Scenario, plan: Plan, givenUp: readonly Rule[]): readonly RuleRow[] {
  const stated = givenUp.length === 0 ? undefined : scenarioView(scenario);
  if (!stated) return [];
  const context = contextOf(stated, plan);
  const ids = judgedIds(givenUp);
  const outcomes = ruleChecks.map((check) => run(check, context));
  return judgedRules(context, outcomes).filter(({ rule }) => ids.has(rule));
}

const byRule = (left: RuleRow, right: RuleRow): number => (left.rule < right.rule ? -1 : 1);

interface Outcome extends Pick<Finding, 'slack'> {
  readonly violations: readonly Violation[];
}

/** One check, with its name on what it finds. */
export function run({ name, check }: Check, context: CheckContext): Outcome {
  const { faults, slack } = check(context);
  return { violations: faults.map((fault) => ({ check: name, ...fault })), ...(slack && { slack }) };
}

function judgedRules({ plan, stated }: CheckContext, outcomes: readonly Outcome[]): readonly RuleRow[] {
  const slack = new Map(outcomes.flatMap((outcome) => [...(outcome.slack ?? [])]));
  const broken = new Set(outcomes.flatMap(({ violations }) => violations.map(({ rule }) => rule)));
  const prices = new Map(plan.rules.map(({ rule, price }) => [rule, price]));
  const ids = stated.scenario.rules.map(({ id }) => id).sort();
  return ids.map((rule) => ({
    rule,
    holds: !broken.has(rule),
    slack: slack.get(rule) ?? null,
    price: prices.get(rule) ?? null,
  }));
}
