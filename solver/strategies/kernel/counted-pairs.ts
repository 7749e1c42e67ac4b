import { pairsInScope, supplierInScope } from '../../constraints/scope.ts';
import type { PlanningProblem } from '../../problem.ts';

/**
 * The cheapest pairs that counts ask for beside a kernel: of each package in the scope of a source count as many as its least, and pairs of so many
 * suppliers as the least number of members. `rise` is a pair's reduced cost.
 */
export function countedPairs(
  problem: PlanningProblem,
  kernel: ReadonlySet<number>,
  rise: (pair: number) => number,
): readonly number[] {
  const cheapest = (pairs: readonly number[], most: number) =>
    [...pairs].sort((left, right) => rise(left) - rise(right) || left - right).slice(0, most);
  return problem.scenario.rules.flatMap((rule) => {
    if (rule.rule === 'source-count')
      return pairsInScope(rule.scope, problem).flatMap(({ pairs }) => cheapest(pairs, rule.min ?? 0));
    if (rule.rule !== 'member-count' || rule.min === undefined) return [];
    const firms = problem.candidates.filter(({ supplier }) => supplierInScope(rule.scope, supplier));
    const first = firms.flatMap(({ pairs }) => cheapest(pairs, 1));
    const inKernel = firms.filter(({ pairs }) => pairs.some((pair) => kernel.has(pair))).length;
    const others = first.filter((_, firm) => !firms[firm]!.pairs.some((pair) => kernel.has(pair)));
    return cheapest(others, Math.max(0, rule.min - inKernel));
  });
}
