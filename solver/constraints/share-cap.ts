import { rowName, type StatedConstraint, tighter } from './constraint.ts';
import { pairsInScope, periodsInScope, volumeWithin } from './scope.ts';

/**
 * For each pair in scope, with Req the package's required volume (at full demand, whatever is on stock):
 *
 *   horizon: Σ_t x[s,w,t] ≤ max·Σ_t Req[w,t]·a[s,w] over the periods in scope;  period: x[s,w,t] ≤ max·Req[w,t]·a[s,w] in each
 */
export const shareCap: StatedConstraint<'share-cap'> = {
  name: 'share-cap',
  effect: 'restricts',
  relax: 'Let one source make a larger share.',
  formulate(rule, { problem, variables, builder }) {
    const { from, to } = periodsInScope(rule.scope, problem);
    for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
      for (const pair of pairs) {
        const { supplier, item } = problem.pairs[pair]!;
        const cap = (required: number) => ({ column: variables.awarded(pair), value: -rule.max * required });
        const produced: { column: number; value: number }[] = [];
        for (let t = from; t <= to; t++) {
          const column = variables.produced(pair, t);
          if (column === undefined) continue;
          produced.push({ column, value: 1 });
          if (rule.per === 'horizon') continue;
          const terms = [{ column, value: 1 }, cap(workPackage.required[t]!)];
          builder.row(rowName(rule, supplier, item, t), terms, { upper: 0 });
        }
        if (rule.per === 'period' || produced.length === 0) continue;
        const required = volumeWithin(workPackage.required, { from, to });
        builder.row(rowName(rule, supplier, item), [...produced, cap(required)], { upper: 0 });
      }
    }
  },
  slack(rule, { problem, awarded, produced }) {
    const { from, to } = periodsInScope(rule.scope, problem);
    let slack: number | null = null;
    for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
      for (const pair of pairs.filter((position) => awarded[position])) {
        const spans = rule.per === 'horizon' ? [{ from, to }] : eachPeriod(from, to);
        for (const span of spans) {
          const required = volumeWithin(workPackage.required, span);
          const volume = volumeWithin(produced[pair]!, span);
          if (required > 0) slack = tighter(slack, rule.max - volume / required);
        }
      }
    }
    return slack;
  },
};

const eachPeriod = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => ({ from: from + step, to: from + step }));
