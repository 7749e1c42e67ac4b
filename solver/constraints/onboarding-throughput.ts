import { rowName, type StatedConstraint } from './constraint.ts';
import { periodsInScope, supplierInScope } from './scope.ts';

/**
 * In each period τ in scope, over the suppliers in scope that need onboarding:  Σ_s s[s,τ] ≤ max
 */
export const onboardingThroughput: StatedConstraint<'onboarding-throughput'> = {
  name: 'onboarding-throughput',
  effect: 'restricts',
  relax: 'Let more onboardings start in a period.',
  formulate(rule, { problem, variables, builder }) {
    const { from, to } = periodsInScope(rule.scope, problem);
    for (let t = from; t <= to; t++) {
      const terms = problem.candidates.flatMap(({ supplier }, candidate) => {
        const column = supplierInScope(rule.scope, supplier) ? variables.started(candidate, t) : undefined;
        return column === undefined ? [] : [{ column, value: 1 }];
      });
      if (terms.length > 0) builder.row(rowName(rule, t), terms, { upper: rule.max });
    }
  },
  slack(rule, { problem, awarded, starts }) {
    const { from, to } = periodsInScope(rule.scope, problem);
    const own = [...problem.candidates.keys()].filter((candidate) => {
      const { supplier, pairs, lastStart } = problem.candidates[candidate]!;
      return lastStart !== null && supplierInScope(rule.scope, supplier) && pairs.some((pair) => awarded[pair]);
    });
    if (own.length === 0) return null;
    let busiest = 0;
    for (let t = from; t <= to; t++)
      busiest = Math.max(busiest, own.filter((candidate) => starts[candidate] === t).length);
    return rule.max - busiest;
  },
};
