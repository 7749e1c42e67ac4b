import type { Plan } from '../../scenarios/domain/plan.ts';
import type { AimCap } from '../formulate.ts';
import { shortfall, weightedRequirement } from '../objectives/shortfall.ts';
import type { PlanningProblem } from '../problem.ts';

/** What a plan is wanted to be: any that holds every rule, or one that also delivers everything. */
export interface Goal {
  readonly name: 'feasible' | 'deliver-all';
  /** What a plan that reaches it keeps beside the rules. */
  readonly caps: (problem: PlanningProblem) => readonly AimCap[];
  readonly reachedBy: (plan: Pick<Plan, 'status' | 'aims'>, problem: PlanningProblem) => boolean;
}

const hasPlan = ({ status }: Pick<Plan, 'status'>): boolean => status === 'optimal' || status === 'feasible';

/** Weighted units that may be missing where nothing counts as missing: what an engine cannot tell from 0. */
const nothing = (problem: PlanningProblem): number => 1e-6 * Math.max(1, weightedRequirement(problem));

const feasible: Goal = { name: 'feasible', caps: () => [], reachedBy: hasPlan };

const deliverAll: Goal = {
  name: 'deliver-all',
  caps: (problem) => [{ objective: shortfall, most: nothing(problem) }],
  reachedBy: (plan, problem) =>
    hasPlan(plan) && (plan.aims[0]?.value ?? 0) <= 2 * nothing(problem) + shortfall.tolerance(problem),
};

/** What there is to explain about a plan: that there is none, else whether it delivers everything. */
export const goalFor = ({ status }: Pick<Plan, 'status'>): Goal => (status === 'infeasible' ? feasible : deliverAll);
