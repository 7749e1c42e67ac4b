import type { Fraction, Units } from './units.ts';

/** How demand grows from the baseline to `multiplier × baseline`; formulas in {@link rampAt}. */
type RampShape = 's-curve' | 'linear' | 'step';

/** Demand for a product per period, growing from a baseline. */
export interface RampDemand {
  /** Units per period today. */
  readonly baseline: Units;
  /** Times the baseline to be reached. */
  readonly multiplier: number;
  /** Period label from which the multiple is held. */
  readonly reach: string;
  readonly shape: RampShape;
  /** Times the whole ramp: baseline·factor per period at first, which the multiple reached is not counted from. Absent: 1. */
  readonly factor?: number;
}

/** One product of one OEM, and how much of it is wanted. */
export interface Programme {
  /** The top item. */
  readonly product: string;
  readonly oem?: { readonly name: string; readonly latitude?: number; readonly longitude?: number };
  /** Weight of one missing product in the first aim. */
  readonly weight: number;
  /** Absent: the product's rows in the demand table are the programme's demand. */
  readonly demand?: RampDemand;
}

/**
 * The multiple of the baseline wanted in period t (1-based), with τ = clamp((t − 1) ÷ (reach − 1), 0, 1):
 * s-curve 1 + (multiplier − 1)(3τ² − 2τ³), linear 1 + (multiplier − 1)τ, step 1 before `reach` and the multiplier from it on.
 */
export function rampAt(demand: RampDemand, reach: number, t: number): number {
  const tau: Fraction = reach <= 1 ? 1 : Math.min(1, Math.max(0, (t - 1) / (reach - 1)));
  const rise = demand.multiplier - 1;
  if (demand.shape === 'linear') return 1 + rise * tau;
  if (demand.shape === 'step') return t >= reach ? demand.multiplier : 1;
  return 1 + rise * (3 * tau ** 2 - 2 * tau ** 3);
}
