import type { RuleOf } from '../../scenarios/domain/rule.ts';
import { type Decision, rowName, type StatedConstraint, tighter } from './constraint.ts';
import { sourcesInScope } from './scope.ts';

/**
 * For each package w in scope, over its eligible sources in scope:
 *
 *   min(min, eligible sources) ≤ Σ_s a[s,w] ≤ max
 *
 * With `strict` the full min stands, so that a package with too few eligible sources makes the plan infeasible. An award without
 * volume counts: it is a qualified standby.
 */
export const sourceCount: StatedConstraint<'source-count'> = {
  name: 'source-count',
  effect: 'restricts',
  relax: 'Accept fewer sources for the package, or allow more.',
  formulate(rule, { problem, variables, builder }) {
    for (const { workPackage, pairs, eligible } of sourcesInScope(rule.scope, problem)) {
      const terms = pairs.map((pair) => ({ column: variables.awarded(pair), value: 1 }));
      builder.row(rowName(rule, workPackage.item.item), terms, {
        lower: leastSources(rule, eligible),
        ...(rule.max === undefined ? {} : { upper: rule.max }),
      });
    }
  },
  slack(rule, { problem, awarded }: Decision) {
    let slack: number | null = null;
    for (const { pairs, eligible } of sourcesInScope(rule.scope, problem)) {
      const sources = pairs.filter((pair) => awarded[pair]).length;
      if (rule.min !== undefined) slack = tighter(slack, sources - leastSources(rule, eligible));
      if (rule.max !== undefined) slack = tighter(slack, rule.max - sources);
    }
    return slack;
  },
};

/** The least number of sources that the rule asks of a package with this many eligible ones. */
export function leastSources({ min = 0, strict }: RuleOf<'source-count'>, eligible: number): number {
  return strict ? min : Math.min(min, eligible);
}
