import type { StatedConstraint } from './constraint.ts';

/**
 * Hours for a unit of a pair fall with what it has made; with V[t] = Σ_{τ ≤ t} x[s,w,τ] and the curve H of `scenarios/learning.ts`
 *
 *   h[s,w,p,t]·x[s,w,t] = h[s,w,p]·( H(V[t]) − H(V[t − 1]) )
 *
 * which is not convex. So the rule writes no row: it is in the hours that every other row takes (`solver/learned.ts`), those of the plan of
 * the last pass (`solver/strategies/learning.ts`). It frees: bounds reckon with the fewest hours that any plan can come to.
 */
export const learning: StatedConstraint<'learning'> = {
  name: 'learning',
  effect: 'frees',
  relax: 'Let hours fall faster, or further.',
  formulate: () => undefined,
  slack: () => null,
};
