import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { HireRow } from '../../scenarios/domain/plan.ts';
import { compare, periodsWith } from './awards.ts';
import type { Quantities } from './quantities.ts';

/** The hires of a plan, by supplier and period. */
export function hireRows({ problem, hired }: Quantities): readonly HireRow[] {
  return problem.candidates
    .flatMap(({ supplier }, candidate) =>
      periodsWith(hired[candidate]!).map((t) => ({
        supplier: supplier.supplier,
        period: periodLabel(problem.scenario.calendar, t),
        heads: hired[candidate]![t]!,
      })),
    )
    .sort((left, right) => compare(left.supplier, right.supplier));
}
