import type { Plan } from './domain/plan.ts';
import type { Rule } from './domain/rule.ts';
import type { Scenario } from './domain/scenario.ts';

/** The code under which a plan reports a soft rule that it does not keep. */
export const GIVEN_UP = 'rule-given-up';

/** True for a rule that gives way where no plan keeps it, or where more is missing with it. */
export const isSoft = ({ hard }: Pick<Rule, 'hard'>): boolean => hard === false;

/** How long a soft rule is kept: those of priority 1 longest. */
export const priorityOf = ({ priority = 1 }: Pick<Rule, 'priority'>): number => priority;

/** The rules that a plan says it does not keep, by id. */
export const namedAsGivenUp = ({ reported }: Pick<Plan, 'reported'>): readonly string[] =>
  reported.flatMap(({ code, rule }) => (code === GIVEN_UP && rule !== undefined ? [rule] : []));

/** The scenario with its hard rules alone, the same where it has no others: what can be asked of any plan. */
export const withHardRules = (scenario: Scenario): Scenario =>
  scenario.rules.some(isSoft) ? { ...scenario, rules: scenario.rules.filter((rule) => !isSoft(rule)) } : scenario;
