import { pairsInScope, supplierInScope } from '../../constraints/scope.ts';
import { leastSources } from '../../constraints/source-count.ts';
import type { PlanningProblem } from '../../problem.ts';
import { type GroupedTerms, type GroupTerm, groupTerms } from './grouped-terms.ts';

/** The rules that count awards or members: least ≤ Σ ≤ greatest, each with one signed multiplier. */
export interface CountRules {
  readonly least: Float64Array;
  /** Infinite where there is no upper limit. */
  readonly greatest: Float64Array;
  /** The rule of each count, and the package whose awards it counts; null: it counts members. */
  readonly counts: readonly { readonly rule: string; readonly item: string | null }[];
  /** By pair and by supplier: the counts that it is in. */
  readonly countsOfPair: GroupedTerms;
  readonly countsOfSupplier: GroupedTerms;
}

/** `source-count` of each package, and `member-count`; `position` leads from the problem's pairs to those of the arrays. */
export function countRules(problem: PlanningProblem, position: Int32Array): CountRules {
  const least: number[] = [];
  const greatest: number[] = [];
  const ofPair: GroupTerm[] = [];
  const ofSupplier: GroupTerm[] = [];
  const counts: { rule: string; item: string | null }[] = [];
  const begin = (rule: string, item: string | null, min: number, max: number | undefined) => {
    counts.push({ rule, item });
    least.push(min);
    return greatest.push(max ?? Number.POSITIVE_INFINITY) - 1;
  };
  for (const rule of problem.scenario.rules) {
    if (rule.rule === 'source-count') {
      for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
        const row = begin(rule.id, workPackage.item.item, leastSources(rule, pairs.length), rule.max);
        for (const pair of pairs) ofPair.push({ group: position[pair]!, row, value: 1 });
      }
    }
    if (rule.rule === 'member-count') {
      const row = begin(rule.id, null, rule.min ?? 0, rule.max);
      problem.candidates.forEach(({ supplier }, group) => {
        if (supplierInScope(rule.scope, supplier)) ofSupplier.push({ group, row, value: 1 });
      });
    }
  }
  return {
    least: Float64Array.from(least),
    greatest: Float64Array.from(greatest),
    counts,
    countsOfPair: groupTerms(position.length, ofPair),
    countsOfSupplier: groupTerms(problem.candidates.length, ofSupplier),
  };
}
