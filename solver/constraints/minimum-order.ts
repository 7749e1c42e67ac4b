import type { StructuralConstraint } from './constraint.ts';
import { mostInPeriod } from './largest-useful-output.ts';

/**
 * A pair whose quote has a minimum order makes as much in a period or nothing:
 *
 *   minimum[s,w]·o[s,w,t] ≤ x[s,w,t] ≤ M[s,w,t]·o[s,w,t],  M[s,w,t] = min( min_p reach[s,p,t] ÷ h[s,w,p], useful[s,w,t] )
 *
 * As an order may exceed what is needed of it, useful counts one minimum order more than the work: a plan that ends with more than that
 * on stock can leave out its last order.
 */
export const minimumOrder: StructuralConstraint = {
  name: 'minimum-order',
  effect: 'restricts',
  relax: 'Agree on smaller orders.',
  formulate({ problem, variables, builder }) {
    if (problem.pairs.every((pair) => pair.minimumOrder === 0)) return;
    const most = mostInPeriod(problem);
    problem.pairs.forEach(({ supplier, item, minimumOrder: least }, pair) => {
      for (let t = 1; least > 0 && t <= problem.horizon; t++) {
        const ordered = variables.ordered(pair, t);
        if (ordered === undefined) continue;
        const units = { column: variables.produced(pair, t)!, value: 1 };
        const name = (limit: string) => `minimum-order|${supplier}|${item}|${t}|${limit}`;
        builder.row(name('least'), [units, { column: ordered, value: -least }], { lower: 0 });
        builder.row(name('most'), [units, { column: ordered, value: -most(pair, t) }], { upper: 0 });
      }
    });
  },
};
