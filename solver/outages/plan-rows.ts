import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { PlanRobustness, UnprotectedRow } from '../../scenarios/domain/plan.ts';
import type { Units } from '../../scenarios/domain/units.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Assessment } from './assess.ts';
import type { Loss } from './domains.ts';
import type { Unprotected } from './programs.ts';

/** What a rule's assessment found, under its id. */
export interface RuleAssessed {
  readonly rule: string;
  readonly assessment: Assessment;
}

/** The value of the aim `unprotected`. */
export const unprotectedOf = (assessed: readonly RuleAssessed[]): Units =>
  assessed.reduce((sum, { assessment }) => sum + assessment.weighted, 0);

/** What a plan tells of the rules survive-outage; `entered`: outages that its search took into the model. */
export function planRobustness(
  problem: Pick<PlanningProblem, 'scenario' | 'demands'>,
  assessed: readonly RuleAssessed[],
  entered: number,
): PlanRobustness {
  if (assessed.length === 0) return { assessed: false };
  return {
    assessed: true,
    outages: assessed.reduce((sum, { assessment }) => sum + assessment.outages, 0),
    entered,
    unprotected: [...assessed]
      .sort((left, right) => order(left.rule, right.rule))
      .flatMap(({ rule, assessment }) =>
        [...assessment.unprotected].sort(byOutage).flatMap((found) => rowsOf(problem, rule, found)),
      ),
  };
}

const order = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);

/** The kind of domain that a loss is of, as plans and reports tell it. */
export const domainOf = ({ kinds }: Loss): string => kinds.join('+');

function byOutage({ outage: left }: Unprotected, { outage: right }: Unprotected): number {
  const count = left.loss.names.length - right.loss.names.length;
  if (count !== 0) return count;
  const domain = order(domainOf(left.loss), domainOf(right.loss));
  if (domain !== 0) return domain;
  for (const [at, name] of left.loss.names.entries())
    if (name !== right.loss.names[at]) return order(name, right.loss.names[at]!);
  return left.from - right.from;
}

function rowsOf(
  { scenario, demands }: Pick<PlanningProblem, 'scenario' | 'demands'>,
  rule: string,
  { outage, missing }: Unprotected,
): readonly UnprotectedRow[] {
  const label = (t: number) => periodLabel(scenario.calendar, t);
  return demands.flatMap(({ item }, demand) =>
    missing[demand]! > 0
      ? [
          {
            ...{ rule, domain: domainOf(outage.loss), losses: outage.loss.names },
            ...{ from: label(outage.from), to: label(outage.to), product: item, quantity: missing[demand]! },
          },
        ]
      : [],
  );
}
