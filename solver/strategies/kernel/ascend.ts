import { type Activity, clearActivity, createActivity, moveTowards } from './activity.ts';
import { createKnapsack } from './knapsack.ts';
import { copyOf, overwrite } from './multipliers.ts';
import { createPace, moveAlong } from './pace.ts';
import { powerOf } from './power.ts';
import type { PriceProblem } from './price-problem.ts';
import { boundAtSettled, type Multipliers, settleOthers } from './prices.ts';
import { reducedCosts } from './reduced-costs.ts';
import { slopesAt } from './slopes.ts';
import { reachOf, startingPrices } from './starting-prices.ts';
import { fromGross, settleGross, toGross } from './stock-prices.ts';

export interface AscentOptions {
  /** Evaluations of the bound, at least one. */
  readonly iterations: number;
  /** Multipliers to begin with; else usual prices. */
  readonly start?: Multipliers;
  /** Largest step at first and at last, relative to what a multiplier usually is; shorter ones suit a start that is good already. */
  readonly steps?: { readonly first: number; readonly last: number };
  /** Value of a plan, and the relative gap between it and the bound at which the ascent ends. */
  readonly value?: number;
  readonly gap?: number;
  /** Asked before each evaluation but the first; true ends the ascent. */
  readonly stop?: () => boolean;
}

export interface Ascent {
  /** Those of the best bound. */
  readonly multipliers: Multipliers;
  readonly bound: number;
  /** Nearly keeps the relaxed rows, but for what stock carries from one period to another: fractions of awards and members, units. */
  readonly averagedPrimal: Activity;
  /** By pair of the arrays: {@link reducedCosts}. */
  readonly reducedCosts: Float64Array;
  readonly iterations: number;
}

/** The last step of so many iterations, the first being 1. */
const lastOf = (iterations: number): number => Math.min(1, 2 / iterations);
/** Share of the latest point in the average, at first and at last. */
const SHARES = { first: 0.3, last: 0.02 };

/**
 * Raises the bound along its slopes. Each multiplier moves by a step relative to what it usually is, times its averaged slope over the
 * root of its averaged squared slope (Adam: Kingma & Ba, 2015), so that packages of any price and volume move alike; steps fall from the
 * first to the last in equal ratios. Prices move as gross prices, along which stock carries slopes to earlier periods. The relaxed
 * solutions are averaged, the late ones most (Barahona & Anbil, Mathematical Programming 87, 2000). No clock, no chance: the same problem
 * and options give the same answer.
 */
export function ascend(problem: PriceProblem, options: AscentOptions): Ascent {
  const { iterations: limit } = options;
  const steps = options.steps ?? { first: 1, last: lastOf(limit) };
  const at = copyOf(options.start ?? startingPrices(problem));
  const reach = reachOf(problem);
  const pace = createPace(at);
  const gross = Float64Array.from(at.price);
  toGross(problem, gross);
  const [sack, latest, average] = [createKnapsack(problem), createActivity(problem), createActivity(problem)];
  const best = copyOf(at);
  let bound = Number.NEGATIVE_INFINITY;
  let iterations = 0;
  for (
    ;
    ;
    moveAlong(problem, { at, gross, reach, pace }, steps.first * powerOf(steps.last / steps.first, iterations / limit))
  ) {
    settleGross(problem, gross);
    at.price.set(gross);
    fromGross(problem, at.price);
    settleOthers(problem, at);
    clearActivity(latest);
    const found = boundAtSettled(problem, at, sack, latest).bound;
    const share = SHARES.first + (SHARES.last - SHARES.first) * Math.sqrt(iterations / limit);
    moveTowards(average, latest, iterations === 0 ? 1 : share);
    iterations += 1;
    if (found > bound) {
      bound = found;
      overwrite(best, at);
    }
    const top = !slopesAt(problem, at, gross, latest, pace.slopes);
    if (top || iterations >= limit || isNear(options, bound) || options.stop?.()) break;
  }
  return {
    multipliers: best,
    bound,
    averagedPrimal: average,
    reducedCosts: reducedCosts(problem, best),
    iterations,
  };
}

const isNear = ({ value, gap = 0 }: AscentOptions, bound: number): boolean =>
  value !== undefined && value - bound <= gap * Math.max(Math.abs(value), 1e-9);
