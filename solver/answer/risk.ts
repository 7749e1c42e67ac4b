import type { Risk, RiskRow } from '../../scenarios/domain/risk.ts';

/** A value that comes true with a probability. */
interface Outcome {
  readonly weight: number;
  readonly value: number;
}

/**
 * CVaR at a level: min over η of η + 1/(1 − α)·Σ p·max(0, value − η) (Rockafellar & Uryasev 2000). The function is convex and piecewise linear with its
 * corners at the values, so that one of them is best.
 */
const cvarOf = (outcomes: readonly Outcome[], level: number): number =>
  Math.min(
    ...outcomes.map(({ value: eta }) =>
      outcomes.reduce((sum, { weight, value }) => sum + (weight * Math.max(0, value - eta)) / (1 - level), eta),
    ),
  );

/** What an aim is made of. */
export function riskRow(aim: RiskRow['aim'], outcomes: readonly Outcome[], level: number): RiskRow {
  const mean = outcomes.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return { aim, mean, cvar: cvarOf(outcomes, level) };
}

/** (1 − w)·mean + w·CVaR. */
export const measured = ({ weight }: Risk, { mean, cvar }: RiskRow): number => (1 - weight) * mean + weight * cvar;
