import type { PlanningProblem } from '../problem.ts';

/** min_p hours[s,p,t] ÷ h[s,w,p]: what the pair can make in t when the supplier does nothing else, with all expansions or with other hours. */
export function capacityInUnits(
  problem: PlanningProblem,
  pair: number,
  t: number,
  available = problem.reachable,
): number {
  const { supplier, hours, learned } = problem.pairs[pair]!;
  const part = learned?.taken[t] ?? 1;
  let most = Number.POSITIVE_INFINITY;
  for (const step of hours) {
    if (step.hours > 0) most = Math.min(most, available(supplier, step.process, t) / (step.hours * part));
  }
  return most;
}
