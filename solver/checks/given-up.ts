import type { Plan, RuleRow } from '../../scenarios/domain/plan.ts';
import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { GIVEN_UP, isSoft, namedAsGivenUp } from '../../scenarios/soft-rules.ts';
import type { Fault, Violation } from './check.ts';
import { withoutLegalForms } from './legal-form.ts';

/** The soft rules of a scenario that a plan says it gives up; only those need not hold. */
export function rulesGivenUp({ rules }: Scenario, plan: Plan): readonly Rule[] {
  const ids = new Set(namedAsGivenUp(plan));
  return rules.filter((rule) => isSoft(rule) && ids.has(rule.id));
}

/** The scenario without the rules that were given up. */
export const withoutGivenUp = (scenario: Scenario, givenUp: readonly Rule[]): Scenario =>
  givenUp.length === 0 ? scenario : { ...scenario, rules: scenario.rules.filter((rule) => !givenUp.includes(rule)) };

/** The ids under which such rules are judged: a legal form by those of its parts. */
export const judgedIds = (rules: readonly Rule[]): ReadonlySet<string> =>
  new Set(withoutLegalForms(rules).map(({ id }) => id));

/** Each rule that is reported as given up is a soft one, is named once, and is broken: what holds is not given up. */
export function givenUpFaults({ rules }: Scenario, plan: Plan, judged: readonly RuleRow[]): readonly Violation[] {
  return faultsOf(rules, plan, judged).map((fault) => ({ check: 'given-up', ...fault }));
}

function faultsOf(rules: readonly Rule[], plan: Plan, judged: readonly RuleRow[]): readonly Fault[] {
  const names = plan.reported.filter(({ code }) => code === GIVEN_UP).map(({ rule }) => rule);
  const holds = new Map(judged.map(({ rule, holds }) => [rule, holds]));
  return names.flatMap((id, at): Fault[] => {
    if (id === undefined) return [{ message: `a row ${GIVEN_UP} names its rule` }];
    const rule = rules.find((stated) => stated.id === id);
    if (rule === undefined) return [{ rule: id, message: `${id}, reported as given up, is no rule of the scenario` }];
    if (!isSoft(rule)) return [{ rule: id, message: `rule ${id} is hard and cannot be given up` }];
    if (names.indexOf(id) < at) return [{ rule: id, message: `rule ${id} is reported as given up more than once` }];
    if ([...judgedIds([rule])].some((part) => holds.get(part) === false)) return [];
    return [{ rule: id, message: `rule ${id} is reported as given up, but it holds` }];
  });
}
