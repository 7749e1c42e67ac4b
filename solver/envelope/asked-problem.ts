import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import type { LearnedHours } from '../planning-pair.ts';
import { type PlanningProblem, planningProblem } from '../problem.ts';
import { demandFrom } from './demand-from.ts';

/** Of pairs that learn, by position, the parts of the stated hours that a unit takes; the pairs are those of any multiple. */
export type Learned = readonly (LearnedHours | undefined)[];

/** The problem of `multiple` × baseline from a period on (see {@link demandFrom}), where hours fall with these. */
export function askedProblem(
  scenario: Scenario,
  from: PeriodIndex,
  multiple: number,
  learned?: Learned,
): PlanningProblem {
  const problem = planningProblem(demandFrom(scenario, from, multiple));
  if (learned === undefined) return problem;
  const pairs = problem.pairs.map((pair, at) => {
    const own = learned[at];
    return own ? { ...pair, learned: own } : pair;
  });
  return { ...problem, pairs };
}

/** The hours of a problem's pairs. */
export const learnedOf = ({ pairs }: PlanningProblem): Learned => pairs.map(({ learned }) => learned);
