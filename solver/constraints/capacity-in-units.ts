import type { PlanningProblem } from '../problem.ts';

/** min_p cap[s,p,t] ÷ h[s,w,p]: what the pair can make in t when the supplier does nothing else. */
export function capacityInUnits(problem: PlanningProblem, pair: number, t: number): number {
  const { supplier, hours } = problem.pairs[pair]!;
  let most = Number.POSITIVE_INFINITY;
  for (const step of hours) {
    if (step.hours > 0) most = Math.min(most, problem.capacity(supplier, step.process, t) / step.hours);
  }
  return most;
}
