import type { Fraction } from '../../../scenarios/domain/units.ts';

/** What is proven of one case by itself. */
export interface CaseProof {
  readonly weight: Fraction;
  /** No plan of the case has less shortfall. */
  readonly shortfall: number;
  /** No plan of the case with a shortfall of at most `most` costs less. */
  readonly cost: number;
  readonly most: number;
  /** Each weighted unit of shortfall beyond `most` lowers that bound by so much; infinite: beyond `most` nothing is proven. */
  readonly theta: number;
}

/** Numerical room of a cap on shortfall, relative or of a weighted unit. */
const ROOM = 1e-9;

/** Whoever knew the future before awarding anything would miss so much on average, and so does every plan: Σ_ω p[ω]·least[ω]. */
export const expectedShortfall = (proofs: readonly CaseProof[]): number =>
  proofs.reduce((sum, { weight, shortfall }) => sum + weight * shortfall, 0);

/**
 * A bound on the expected cost of all plans with an expected shortfall of at most `reach`. Such a plan misses least[ω] + d[ω] in case ω, d ≥ 0 with
 * Σ_ω p[ω]·d[ω] ≤ left = reach − Σ_ω p[ω]·least[ω], and costs at least cost[ω] − θ[ω]·(least[ω] + d[ω] − most[ω]) there, so that
 *
 *   Σ_ω p[ω]·( cost[ω] − θ[ω]·(least[ω] − most[ω]) ) − max_ω θ[ω]·left
 *
 * bounds it. A case whose bound does not reach as far as least[ω] + left ÷ p[ω] and has no θ counts with 0.
 */
export function expectedCost(proofs: readonly CaseProof[], reach: number): number {
  const left = Math.max(0, reach - expectedShortfall(proofs));
  const within = proofs.map((own): Omit<CaseProof, 'weight'> & { weight: number } => {
    if (own.theta !== Number.POSITIVE_INFINITY) return own;
    const needed = own.shortfall + left / own.weight;
    const reaches = needed <= own.most + ROOM * Math.max(1, own.most);
    return { ...own, theta: 0, cost: reaches ? own.cost : 0 };
  });
  const dearest = Math.max(0, ...within.map(({ theta }) => theta));
  const apart = within.reduce(
    (sum, { weight, cost, theta, shortfall, most }) => sum + weight * (cost - theta * (shortfall - most)),
    0,
  );
  return Math.max(0, apart - dearest * left);
}
