import { spendWithin } from '../model/price-tiers.ts';
import { earnedWithin } from '../spend.ts';
import { rowName, type StatedConstraint, tighter } from './constraint.ts';
import { supplierInScope, yearsInScope } from './scope.ts';

/**
 * For each supplier s in scope and calendar year, over its periods that are planned and in scope, with U its other turnover in as many periods:
 *
 *   earned = Σ_w Σ_t c[s,w]·x[s,w,t] ≤ max·(U + earned),  so that  (1 − max)·earned ≤ max·U
 *
 * The row is divided by max·U where that is not 0.
 */
export const dependencyCap: StatedConstraint<'dependency-cap'> = {
  name: 'dependency-cap',
  effect: 'restricts',
  relax: 'Let a firm hang more on this work.',
  formulate(rule, { problem, variables, builder }) {
    if (rule.max === 1) return;
    for (const { supplier, pairs } of problem.candidates) {
      if (!supplierInScope(rule.scope, supplier)) continue;
      for (const { year, from, to, part } of yearsInScope(rule.scope, problem)) {
        const other = rule.max * part * (supplier.turnover ?? 0);
        const terms = pairs.flatMap((pair) => {
          const scale = (1 - rule.max) / (other || 1);
          const earned = spendWithin(problem, variables, pair, { from, to });
          return earned.map(({ column, value }) => ({ column, value: scale * value }));
        });
        if (terms.length > 0)
          builder.row(rowName(rule, supplier.supplier, year), terms, { upper: other === 0 ? 0 : 1 });
      }
    }
  },
  slack(rule, { problem, awarded, produced }) {
    let slack: number | null = null;
    for (const { supplier, pairs } of problem.candidates) {
      if (!supplierInScope(rule.scope, supplier) || !pairs.some((pair) => awarded[pair])) continue;
      for (const { from, to, part } of yearsInScope(rule.scope, problem)) {
        const earned = pairs.reduce(
          (sum, pair) => sum + earnedWithin(problem.pairs[pair]!, produced[pair]!, { from, to }),
          0,
        );
        const all = part * (supplier.turnover ?? 0) + earned;
        slack = tighter(slack, rule.max - (all === 0 ? 0 : earned / all));
      }
    }
    return slack;
  },
};
