import { TOLERANCE } from '../model/broken-part.ts';
import type { LinearModel } from '../model/linear-model.ts';

/** The parts of a model that weak duality needs; a search narrows the column bounds, a proof of infeasibility has no cost. */
type Bounded = Pick<
  LinearModel,
  'cost' | 'offset' | 'colLower' | 'colUpper' | 'rowLower' | 'rowUpper' | 'starts' | 'indices' | 'values'
>;

/**
 * What duals π prove about a model's relaxation, whoever computed them: by weak duality no point has a value below
 *
 *   offset + Σ_rows π·(rowLower if π > 0, else rowUpper) + Σ_columns d·(colLower if d > 0, else colUpper),  d = cost − πA.
 *
 * −∞ when a dual or reduced cost asks for an infinite bound; one within `tolerance` of zero (relative to the column's cost) counts as
 * zero there.
 */
export function dualBound(model: Bounded, duals: Float64Array, tolerance = TOLERANCE): number {
  const reduced = Float64Array.from(model.cost);
  let proven = model.offset;
  for (let row = 0; row < duals.length; row++) {
    const dual = duals[row]!;
    if (dual === 0) continue;
    const bound = dual > 0 ? model.rowLower[row]! : model.rowUpper[row]!;
    if (Number.isFinite(bound)) proven += dual * bound;
    else if (Math.abs(dual) > tolerance) return Number.NEGATIVE_INFINITY;
    else continue;
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      reduced[model.indices[at]!]! -= dual * model.values[at]!;
    }
  }
  for (let column = 0; column < reduced.length; column++) {
    const price = reduced[column]!;
    if (price === 0) continue;
    const bound = price > 0 ? model.colLower[column]! : model.colUpper[column]!;
    if (Number.isFinite(bound)) proven += price * bound;
    else if (Math.abs(price) > tolerance * Math.max(1, Math.abs(model.cost[column]!))) return Number.NEGATIVE_INFINITY;
  }
  return proven;
}

/**
 * True when the multipliers prove that no point satisfies rows and column bounds (Farkas' lemma: as duals of a model without cost they
 * bound 0 by something above it). They are scaled to 1 at most, so that `tolerance` means the same for every proof.
 */
export function provesInfeasible(model: Bounded, multipliers: Float64Array, tolerance = 1e-9): boolean {
  const largest = multipliers.reduce((most, multiplier) => Math.max(most, Math.abs(multiplier)), 0);
  if (!(largest > 0)) return false;
  const costless = { ...model, cost: new Float64Array(model.cost.length), offset: 0 };
  return (
    dualBound(
      costless,
      multipliers.map((multiplier) => multiplier / largest),
      tolerance,
    ) > tolerance
  );
}
