import { rowName, type StatedConstraint, tighter } from './constraint.ts';
import { pairsInScope, periodsInScope, volumeWithin } from './scope.ts';

/**
 * For each pair in scope, with Req the package's required volume (at full demand, whatever is on stock):
 *
 *   horizon: Σ_t x[s,w,t] ≥ min·Σ_t Req[w,t]·a[s,w] over the periods in scope;
 *   period: x[s,w,t] ≥ min·Req[w,t]·a[s,w] in each in which the pair is available
 */
export const shareFloor: StatedConstraint<'share-floor'> = {
  name: 'share-floor',
  effect: 'restricts',
  relax: 'Let a source make a smaller share.',
  formulate(rule, { problem, variables, builder }) {
    const { from, to } = periodsInScope(rule.scope, problem);
    for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
      for (const pair of pairs) {
        const { supplier, item } = problem.pairs[pair]!;
        const floor = (required: number) => ({ column: variables.awarded(pair), value: -rule.min * required });
        const produced: { column: number; value: number }[] = [];
        for (let t = from; t <= to; t++) {
          const column = variables.produced(pair, t);
          if (column === undefined) continue;
          produced.push({ column, value: 1 });
          if (rule.per === 'horizon') continue;
          const terms = [{ column, value: 1 }, floor(workPackage.required[t]!)];
          builder.row(rowName(rule, supplier, item, t), terms, { lower: 0 });
        }
        if (rule.per === 'period') continue;
        const required = volumeWithin(workPackage.required, { from, to });
        builder.row(rowName(rule, supplier, item), [...produced, floor(required)], { lower: 0 });
      }
    }
  },
  slack(rule, { problem, awarded, produced }) {
    const { from, to } = periodsInScope(rule.scope, problem);
    let slack: number | null = null;
    for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
      for (const pair of pairs.filter((position) => awarded[position])) {
        const { available } = problem.pairs[pair]!;
        for (let t = from; t <= to && rule.per === 'period'; t++) {
          const required = workPackage.required[t]!;
          if (available[t] && required > 0) slack = tighter(slack, produced[pair]![t]! / required - rule.min);
        }
        const required = volumeWithin(workPackage.required, { from, to });
        if (rule.per === 'horizon' && required > 0) {
          slack = tighter(slack, volumeWithin(produced[pair]!, { from, to }) / required - rule.min);
        }
      }
    }
    return slack;
  },
};
