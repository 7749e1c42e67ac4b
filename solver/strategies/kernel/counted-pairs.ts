import { pairsInScope, supplierInScope } from '../../constraints/scope.ts';
import type { PlanningProblem } from '../../problem.ts';

/**
 * The cheapest pairs that counts ask for beside a kernel: of each package in the scope of a source count as many as its least, and pairs of so many
 * suppliers, or groups of them, as the least number of members or groups. `rise` is a pair's reduced cost.
 */
export function countedPairs(
  problem: PlanningProblem,
  kernel: ReadonlySet<number>,
  rise: (pair: number) => number,
): readonly number[] {
  const cheapest = (pairs: readonly number[], most: number) =>
    [...pairs].sort((left, right) => rise(left) - rise(right) || left - right).slice(0, most);
  const firmsBeside = (firms: readonly (readonly number[])[], least: number) => {
    const others = firms.filter((pairs) => !pairs.some((pair) => kernel.has(pair)));
    const first = others.flatMap((pairs) => cheapest(pairs, 1));
    return cheapest(first, Math.max(0, least - (firms.length - others.length)));
  };
  const grouped = problem.groupings.flatMap(({ rule, groups }) => {
    const pairsOf = (members: readonly number[]) => members.map((member) => problem.candidates[member]!.pairs);
    const own =
      rule.value === undefined ? groups.map(({ members }) => pairsOf(members).flat()) : pairsOf(groups[0]!.members);
    return firmsBeside(own, rule.min ?? 0);
  });
  const counted = problem.scenario.rules.flatMap((rule) => {
    if (rule.rule === 'source-count')
      return pairsInScope(rule.scope, problem).flatMap(({ pairs }) => cheapest(pairs, rule.min ?? 0));
    if (rule.rule !== 'member-count' || rule.min === undefined) return [];
    const firms = problem.candidates.filter(({ supplier }) => supplierInScope(rule.scope, supplier));
    return firmsBeside(
      firms.map(({ pairs }) => pairs),
      rule.min,
    );
  });
  return [...counted, ...grouped];
}
