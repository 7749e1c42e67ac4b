import type { CommitmentPlanRow } from '../../scenarios/domain/plan.ts';
import { pairPosition } from '../problem.ts';
import { compare } from './awards.ts';
import type { Quantities } from './quantities.ts';

/** What rules promise in each year and what is bought of it, by supplier, item, rule and year. */
export function commitmentRows({ problem, produced }: Quantities): readonly CommitmentPlanRow[] {
  return problem.promises
    .map(({ supplier, item, rule, year, from, to, units: promised, price }) => {
      const pair = pairPosition(problem, supplier, item);
      const made = pair === undefined ? [] : [...produced[pair]!.subarray(from, to + 1)];
      const bought = made.reduce((sum, units) => sum + units, 0);
      return { supplier, item, rule, year, promised, bought, payment: price * Math.max(0, promised - bought) };
    })
    .sort(
      (left, right) =>
        compare(left.supplier, right.supplier) ||
        compare(left.item, right.item) ||
        compare(left.rule, right.rule) ||
        left.year - right.year,
    );
}
