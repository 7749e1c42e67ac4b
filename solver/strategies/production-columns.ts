import type { PlanningProblem } from '../problem.ts';

/** Columns of production of the whole model, the measure of its size: over all pairs, the periods in which each is available; in each case. */
export function productionColumns({ pairs, cases }: Pick<PlanningProblem, 'pairs' | 'cases'>): number {
  // Pairs share the arrays of their periods: a million of them have a few hundred.
  const counts = new Map<readonly boolean[], number>();
  let columns = 0;
  for (const { available } of pairs) {
    let own = counts.get(available);
    if (own === undefined) {
      own = available.filter(Boolean).length;
      counts.set(available, own);
    }
    columns += own;
  }
  return columns * (cases?.length ?? 1);
}
