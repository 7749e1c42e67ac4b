import type { PlanningProblem } from '../../problem.ts';

/**
 * Periods in blocks, as the first period of each: a new block where many pairs become or cease to be available, and where the work
 * to be done changes much from the period before. As many as `most`, or as there are periods.
 */
export function periodBlocks({ pairs, horizon, packages }: PlanningProblem, most: number): readonly number[] {
  const changes = new Float64Array(horizon + 1);
  for (const { available } of pairs) {
    for (let t = 2; t <= horizon; t++) if (available[t] !== available[t - 1]) changes[t]! += 1 / pairs.length;
  }
  const work = new Float64Array(horizon + 1);
  for (const { required, total } of packages) {
    for (let t = 1; t <= horizon && total > 0; t++) work[t]! += required[t]! / total;
  }
  const peak = Math.max(...work);
  const starts = new Set([1]);
  const cut = (t: number) => changes[t]! + (peak > 0 ? Math.abs(work[t]! - work[t - 1]!) / peak : 0);
  const byCut = Array.from({ length: horizon - 1 }, (_, at) => at + 2).sort(
    (left, right) => cut(right) - cut(left) || left - right,
  );
  for (const t of byCut.slice(0, most - 1)) starts.add(t);
  return [...starts].sort((left, right) => left - right);
}
