import type { PlanningProblem } from '../problem.ts';
import type { Objective } from './objective.ts';

/**
 * Weighted products missing, over the horizon and its continuation:
 *
 *   lost backlog: Σ_d weight[d]·Σ_t (D[d,t] − y[d,t]);  carried: Σ_d weight[d]·Σ_t b[d,t], each late product once per late period
 */
export const shortfall: Objective = {
  name: 'shortfall',
  formulate(problem, variables) {
    const carried = problem.scenario.policy.backlog === 'carried';
    const terms: { column: number; value: number }[] = [];
    problem.demands.forEach(({ weight, required }, demand) => {
      for (let t = 1; t < required.length; t++) {
        if (carried) terms.push({ column: variables.backlog(demand, t), value: weight });
        else terms.push({ column: variables.delivered(demand, t), value: -weight });
      }
    });
    return { terms, constant: carried ? 0 : weightedRequirement(problem) };
  },
  tolerance: (problem) => problem.scenario.policy.shortfallTolerance * weightedRequirement(problem),
};

/** Σ weight·D over the horizon and its continuation; in expectation over the cases of a problem that has some. */
export function weightedRequirement({ demands, cases }: PlanningProblem): number {
  if (cases) return cases.reduce((sum, own) => sum + own.weight * weightedRequirement(own.problem), 0);
  return demands.reduce(
    (sum, { weight, required }) => sum + weight * required.reduce((total, units) => total + units, 0),
    0,
  );
}
