import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';

/** Ids of the rules of a name, as they are told. */
const named = (rules: readonly Rule[], name: Rule['rule']): string =>
  rules.flatMap(({ rule, id }) => (rule === name ? [id] : [])).join(', ');

/** Why a scenario is not written for other solvers, in words for a planner; undefined when it is. */
export function exportRefusal({ rules }: Scenario): string | undefined {
  const learning = named(rules, 'learning');
  if (learning !== '')
    return `a model for other solvers asks for hours that are known beforehand, but by the rule ${learning} they fall with what the plan makes: take the rule out of a copy of the scenario for a model at the stated hours, or state the hours of a practised firm there`;
  const outages = named(rules, 'survive-outage');
  if (outages !== '')
    return `which outages a model has to ask about under the rule ${outages} is only found plan by plan: take the rule out of a copy of the scenario for a model as if no outage mattered`;
  return undefined;
}
