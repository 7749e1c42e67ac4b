import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { PlanningProblem } from '../problem.ts';
import { rowName, type StatedConstraint } from './constraint.ts';

/**
 * Fixes a decision about supplier s:
 *
 *   with an item w: a[s,w] = 1 (award) or 0, and with a share Σ_t x[s,w,t] = share·Req[w];
 *   without an item: Σ_w a[s,w] ≥ 1 (award) or a[s,w] = 0 for all w
 *
 * A lock on a pair that is not eligible cannot be met: its row has no terms.
 */
export const lock: StatedConstraint<'lock'> = {
  name: 'lock',
  effect: 'restricts',
  relax: 'Leave the decision to the plan.',
  formulate(rule, { problem, variables, builder }) {
    const pairs = lockedPairs(rule, problem);
    const awards = pairs.map((pair) => ({ column: variables.awarded(pair), value: 1 }));
    builder.row(rowName(rule, rule.supplier), awards, rule.award ? { lower: 1 } : { upper: 0 });
    if (rule.share === undefined) return;
    const volume = rule.share * (problem.packages.find(({ item }) => item.item === rule.item)?.total ?? 0);
    const produced = pairs.flatMap((pair) =>
      Array.from({ length: problem.horizon }, (_, index) => variables.produced(pair, index + 1))
        .filter((column) => column !== undefined)
        .map((column) => ({ column, value: 1 })),
    );
    builder.row(rowName(rule, rule.supplier, 'share'), produced, { lower: volume, upper: volume });
  },
  slack: () => 0,
};

function lockedPairs(rule: RuleOf<'lock'>, problem: PlanningProblem): readonly number[] {
  return problem.pairs
    .map((_, position) => position)
    .filter((position) => {
      const { supplier, item } = problem.pairs[position]!;
      return supplier === rule.supplier && (rule.item === undefined || rule.item === item);
    });
}
