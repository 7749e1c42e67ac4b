import type { Hours } from '../../scenarios/domain/units.ts';
import type { Term } from '../model/model-builder.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Decision, Formulation } from './constraint.ts';

/** Hours below this are noise of an engine: who works no more than that does not work. */
export const NO_HOURS = 1e-6;

/** Hours of all processes in one unit of a pair. */
const perUnit = ({ pairs }: PlanningProblem, pair: number): Hours =>
  pairs[pair]!.hours.reduce((sum, { hours }) => sum + hours, 0);

/** The part of them that a unit of a period takes, or that counts for what the next may take. */
const partIn = ({ pairs }: PlanningProblem, pair: number, t: number, as: 'taken' | 'given'): number =>
  pairs[pair]!.learned?.[as][t] ?? 1;

/** Σ_w h[s,w]·x[s,w,t]: what a candidate works in period t, over the columns of production; `given`: as what the next period may take counts from it. */
export function hoursTerms(
  { problem, variables }: Formulation,
  candidate: number,
  t: number,
  factor = 1,
  as: 'taken' | 'given' = 'taken',
): Term[] {
  return problem.candidates[candidate]!.pairs.flatMap((pair) => {
    const column = variables.produced(pair, t);
    return column === undefined
      ? []
      : [{ column, value: factor * perUnit(problem, pair) * partIn(problem, pair, t, as) }];
  });
}

/** Hours that a candidate works in t = 1..T; index 0 is 0. */
export function hoursWorked(
  { problem, produced }: Pick<Decision, 'problem' | 'produced'>,
  candidate: number,
): Float64Array {
  const worked = new Float64Array(problem.horizon + 1);
  for (const pair of problem.candidates[candidate]!.pairs) {
    const hours = perUnit(problem, pair);
    for (let t = 1; t <= problem.horizon; t++)
      worked[t]! += hours * partIn(problem, pair, t, 'taken') * produced[pair]![t]!;
  }
  return worked;
}

/** The most hours of one process that a supplier can work in period t, with all expansions. */
export const mostHoursOf = (
  { reachable }: Pick<PlanningProblem, 'reachable'>,
  supplier: string,
  process: string,
  t: number,
): Hours => reachable(supplier, process, t);

/** The most hours that a candidate can work in period t, in all processes that it is awarded for. */
export const mostHours = (problem: PlanningProblem, candidate: number, t: number): Hours => {
  const { supplier, processes } = problem.candidates[candidate]!;
  return processes.reduce((sum, process) => sum + mostHoursOf(problem, supplier.supplier, process, t), 0);
};
