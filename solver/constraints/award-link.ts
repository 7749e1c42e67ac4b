import type { PlanningProblem } from '../problem.ts';
import type { StructuralConstraint } from './constraint.ts';
import { largestUsefulOutput } from './largest-useful-output.ts';

/**
 * Only an awarded pair produces, with the smallest valid M:
 *
 *   x[s,w,t] ≤ M[s,w,t]·a[s,w],  Σ_t x[s,w,t] ≤ maximumQuantity[s,w]·a[s,w]
 *
 *   M[s,w,t] = min( min_p cap[s,p,t] ÷ h[s,w,p], what production in t can serve, maximumQuantity )
 */
export const awardLink: StructuralConstraint = {
  name: 'award-link',
  effect: 'restricts',
  relax: 'Award the pair.',
  formulate({ problem, variables, builder }) {
    const useful = largestUsefulOutput(problem);
    problem.pairs.forEach(({ supplier, item, maximumQuantity }, pair) => {
      const award = variables.awarded(pair);
      const produced: { column: number; value: number }[] = [];
      for (let t = 1; t <= problem.horizon; t++) {
        const column = variables.produced(pair, t);
        if (column === undefined) continue;
        produced.push({ column, value: 1 });
        const most = Math.min(capacityInUnits(problem, pair, t), useful(pair, t));
        builder.row(
          `award-link|${supplier}|${item}|${t}`,
          [
            { column, value: 1 },
            { column: award, value: -most },
          ],
          {
            upper: 0,
          },
        );
      }
      if (maximumQuantity === null) return;
      const terms = [...produced, { column: award, value: -maximumQuantity }];
      builder.row(`award-link|${supplier}|${item}`, terms, { upper: 0 });
    });
  },
};

/** min_p cap[s,p,t] ÷ h[s,w,p]: what the pair can make in t when the supplier does nothing else. */
export function capacityInUnits(problem: PlanningProblem, pair: number, t: number): number {
  const { supplier, hours, maximumQuantity } = problem.pairs[pair]!;
  let most = maximumQuantity ?? Number.POSITIVE_INFINITY;
  for (const step of hours) {
    if (step.hours > 0) most = Math.min(most, problem.capacity(supplier, step.process, t) / step.hours);
  }
  return most;
}
