import type { StructuralConstraint } from './constraint.ts';
import { mostOfAward } from './largest-useful-output.ts';

/**
 * Only an awarded pair produces, over the horizon, with the smallest valid M:
 *
 *   Σ_t x[s,w,t] ≤ M[s,w]·a[s,w],  M[s,w] = min( Σ_t min(min_p reach[s,p,t] ÷ h[s,w,p], useful[s,w,t]), useful over the horizon, maximumQuantity )
 *
 * with reach[s,p,t] the capacity and all that expansions can add to it by then. One row per pair instead of one per pair and period: as strong where onboarding is what costs (the capacity rows tie each period to
 * the membership), and the relaxation of a large model solves several times faster.
 */
export const awardLink: StructuralConstraint = {
  name: 'award-link',
  effect: 'restricts',
  relax: 'Award the pair.',
  formulate({ problem, variables, builder }) {
    const most = mostOfAward(problem);
    problem.pairs.forEach(({ supplier, item }, pair) => {
      const terms: { column: number; value: number }[] = [];
      for (let t = 1; t <= problem.horizon; t++) {
        const column = variables.produced(pair, t);
        if (column !== undefined) terms.push({ column, value: 1 });
      }
      terms.push({ column: variables.awarded(pair), value: -most(pair) });
      builder.row(`award-link|${supplier}|${item}`, terms, { upper: 0 });
    });
  },
};
