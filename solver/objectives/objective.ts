import type { AimName } from '../../scenarios/domain/plan.ts';
import type { Expression, Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';

/** One aim: a linear expression to minimise, and how much worse than achieved it may become for the aims after it. */
export interface Objective {
  readonly name: AimName;
  readonly formulate: (problem: PlanningProblem, variables: Variables) => Expression;
  /** In the aim's own unit. */
  readonly tolerance: (problem: PlanningProblem) => number;
}
