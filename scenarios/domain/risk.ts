import type { Fraction } from './units.ts';

/** How much the worst of several demand cases counts: each aim is (1 − weight)·mean + weight·CVaR. */
export interface Risk {
  /** α: CVaR is the mean of the worst 1 − α of all futures. */
  readonly level: Fraction;
  readonly weight: Fraction;
}

/** An aim over the demand cases. */
export interface RiskRow {
  readonly aim: 'shortfall' | 'cost';
  readonly mean: number;
  /** The mean of the worst 1 − level of all futures. */
  readonly cvar: number;
}

/** By how much the worst counts in the aims of a plan, and what they are made of. */
export interface PlanRisk extends Risk {
  readonly aims: readonly RiskRow[];
}
