import { pairPosition } from '../problem.ts';
import { rowName, type StatedConstraint, tighter } from './constraint.ts';

/**
 * A promise is a payment, never forced production. In each year, of which so many periods are planned and in scope,
 *
 *   v ≥ c[s,w]·( promised − Σ_{t in year} x[s,w,t] ),  v ≥ 0,  promised = perYear · periods ÷ periods per year
 *
 * and v is part of the cost. A supplier that cannot make the item is promised nothing, which the plan reports.
 */
export const commitment: StatedConstraint<'commitment'> = {
  name: 'commitment',
  effect: 'restricts',
  relax: 'Promise less.',
  formulate(rule, { problem, variables, builder }) {
    problem.promises.forEach(({ rule: id, supplier, item, year, from, to, units, price }, promise) => {
      if (id !== rule.id) return;
      const pair = pairPosition(problem, supplier, item);
      const terms = [{ column: variables.paid(promise), value: 1 }];
      for (let t = from; pair !== undefined && t <= to; t++) {
        const column = variables.produced(pair, t);
        if (column !== undefined) terms.push({ column, value: price });
      }
      builder.row(rowName(rule, year), terms, { lower: price * units });
    });
  },
  /** Units bought beyond the promise in the year with the fewest; 0 where some are paid for instead. */
  slack(rule, { problem, produced }) {
    let least: number | null = null;
    for (const { rule: id, supplier, item, from, to, units } of problem.promises) {
      if (id !== rule.id) continue;
      const pair = pairPosition(problem, supplier, item);
      const bought =
        pair === undefined ? 0 : produced[pair]!.subarray(from, to + 1).reduce((sum, made) => sum + made, 0);
      least = tighter(least, Math.max(0, bought - units));
    }
    return least;
  },
};
