import { pairsInScope, supplierInScope } from '../../constraints/scope.ts';
import type { PlanningProblem } from '../../problem.ts';

/** A pair's reduced cost, or another figure by which the cheapest come first. */
type Rise = (pair: number) => number;

/**
 * The cheapest pairs that counts ask for beside a kernel: of each package in the scope of a source count as many as its least, and pairs of so many
 * suppliers, or groups of them, as the least number of members or groups.
 */
export const countedPairs = (problem: PlanningProblem, kernel: ReadonlySet<number>, rise: Rise): readonly number[] => [
  ...sourceCounts(problem).flatMap(({ pairs, min }) => cheapest(pairs, min, rise)),
  ...lackingMembers(problem, kernel, rise),
];

/** The cheapest pairs that awards lack for the least number of sources and of members. */
export function lackingPairs(problem: PlanningProblem, awarded: ReadonlySet<number>, rise: Rise): ReadonlySet<number> {
  const all = new Set(awarded);
  for (const { pairs, min } of sourceCounts(problem)) {
    const others = pairs.filter((pair) => !all.has(pair));
    for (const pair of cheapest(others, min - (pairs.length - others.length), rise)) all.add(pair);
  }
  for (const pair of lackingMembers(problem, all, rise)) all.add(pair);
  return new Set([...all].filter((pair) => !awarded.has(pair)));
}

const cheapest = (pairs: readonly number[], most: number, rise: Rise): readonly number[] =>
  [...pairs].sort((left, right) => rise(left) - rise(right) || left - right).slice(0, Math.max(0, most));

/** Pairs among which there are to be so many sources, package by package. */
const sourceCounts = (problem: PlanningProblem) =>
  problem.scenario.rules.flatMap((rule) =>
    rule.rule === 'source-count' && rule.min !== undefined
      ? pairsInScope(rule.scope, problem).map(({ pairs }) => ({ pairs, min: rule.min! }))
      : [],
  );

/** The cheapest pairs of firms, or of groups of firms, that are wanting for the least number of members or groups. */
const lackingMembers = (problem: PlanningProblem, pairs: ReadonlySet<number>, rise: Rise): readonly number[] =>
  leastFirms(problem).flatMap(({ firms, min }) => {
    const others = firms.filter((own) => !own.some((pair) => pairs.has(pair)));
    const first = others.flatMap((own) => cheapest(own, 1, rise));
    return cheapest(first, min - (firms.length - others.length), rise);
  });

/** The pairs of each firm or group of firms of which there are to be so many. */
const leastFirms = ({ scenario, candidates, groupings }: PlanningProblem) => [
  ...scenario.rules.flatMap((rule) =>
    rule.rule === 'member-count' && rule.min !== undefined
      ? [{ firms: pairsOf(candidates.filter(({ supplier }) => supplierInScope(rule.scope, supplier))), min: rule.min }]
      : [],
  ),
  ...groupings.map(({ rule, groups }) => {
    const firms = groups.map(({ members }) => pairsOf(members.map((member) => candidates[member]!)));
    return { firms: rule.value === undefined ? firms.map((own) => own.flat()) : firms[0]!, min: rule.min ?? 0 };
  }),
];

const pairsOf = (firms: PlanningProblem['candidates']): readonly (readonly number[])[] =>
  firms.map(({ pairs }) => pairs);
