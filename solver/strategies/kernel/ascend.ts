import { type Activity, clearActivity, createActivity, moveTowards } from './activity.ts';
import { createKnapsack } from './knapsack.ts';
import type { PriceProblem } from './price-problem.ts';
import { boundAtSettled, type Multipliers, settleOthers } from './prices.ts';
import { reducedCosts } from './reduced-costs.ts';
import { movesAt } from './slopes.ts';
import { reachOf, startingPrices } from './starting-prices.ts';
import { fromGross, settleGross, toGross } from './stock-prices.ts';

export interface AscentOptions {
  /** Evaluations of the bound. */
  readonly iterations: number;
  /** Multipliers to begin with; else usual prices. */
  readonly start?: Multipliers;
  /** Value of a plan, which the bound cannot exceed; steps aim at it. */
  readonly value?: number;
  /** Relative gap to `value` at which the ascent ends. */
  readonly gap?: number;
  /** Asked before each evaluation; true ends the ascent. */
  readonly stop?: () => boolean;
}

export interface Ascent {
  /** The best found, settled. */
  readonly multipliers: Multipliers;
  readonly bound: number;
  /** Nearly feasible, with a value near the bound: fractions of awards and members, units by pair. */
  readonly averagedPrimal: Activity;
  /** By pair of the arrays: {@link reducedCosts}. */
  readonly reducedCosts: Float64Array;
  readonly iterations: number;
}

/** Share of the latest point in the average, at first and at last. */
const SHARES = { first: 0.3, last: 0.02 };

/**
 * Raises the bound by the volume algorithm (Barahona & Anbil, Mathematical Programming 87, 2000): from the best multipliers so far a step
 * along the slopes of the averaged point, each in proportion to its usual price. The step's length comes from how far the value aimed at
 * lies above the bound; it grows while steps help and shrinks when they do not. No clock, no chance: the same problem and options give the
 * same answer.
 */
export function ascend(problem: PriceProblem, options: AscentOptions): Ascent {
  const start = options.start ?? startingPrices(problem);
  const reach = reachOf(problem, start);
  const sack = createKnapsack(problem);
  const [best, trial, moves] = [copied(start), copied(start), copied(start)];
  const gross = Float64Array.from(start.price);
  toGross(problem, gross);
  take(problem, best, gross);
  const [average, latest] = [createActivity(problem), createActivity(problem)];
  let { bound } = boundAtSettled(problem, best, sack, average);
  let length = 0.5;
  let failures = 0;
  let iterations = 1;
  const aimedAt = () => options.value ?? bound + 0.05 * Math.max(Math.abs(bound), 1e-6);
  const isDone = () => {
    const { value, gap = 0 } = options;
    return value !== undefined && value - bound <= gap * Math.max(Math.abs(value), 1e-9);
  };
  const tried = new Float64Array(gross.length);
  while (iterations < options.iterations && !isDone() && !options.stop?.()) {
    const size = movesAt(problem, { best, gross, reach }, average, moves);
    if (!(size > 0)) break;
    const stride = (length * (aimedAt() - bound)) / size;
    step(best, trial, moves, stride);
    for (let row = 0; row < gross.length; row++) tried[row] = gross[row]! + stride * moves.price[row]!;
    take(problem, trial, tried);
    clearActivity(latest);
    const found = boundAtSettled(problem, trial, sack, latest).bound;
    iterations += 1;
    const done = iterations / options.iterations;
    moveTowards(average, latest, SHARES.first + (SHARES.last - SHARES.first) * Math.sqrt(done));
    if (found > bound) {
      copyInto(best, trial);
      gross.set(tried);
      bound = found;
      length = Math.min(2, length * 1.1);
      failures = 0;
    } else if (++failures >= 5) {
      length *= 0.7;
      failures = 0;
    }
  }
  return {
    multipliers: best,
    bound,
    averagedPrimal: average,
    reducedCosts: reducedCosts(problem, best),
    iterations,
  };
}

/** Settles gross prices, in place, and the multipliers, which get the prices that they stand for. */
function take(problem: PriceProblem, multipliers: Multipliers, gross: Float64Array): void {
  settleGross(problem, gross);
  multipliers.price.set(gross);
  fromGross(problem, multipliers.price);
  settleOthers(problem, multipliers);
}

/** to = from + length · moves, all but the prices; a multiplier with two sides stops at 0 on its way to the other. */
function step(from: Multipliers, to: Multipliers, moves: Multipliers, length: number): void {
  for (const key of ['early', 'count', 'volume', 'shortfall'] as const) {
    for (let at = 0; at < to[key].length; at++) {
      const next = from[key][at]! + length * moves[key][at]!;
      to[key][at] = from[key][at]! * next < 0 ? 0 : next;
    }
  }
}

const copied = ({ price, early, count, volume, shortfall }: Multipliers): Multipliers => ({
  price: Float64Array.from(price),
  early: Float64Array.from(early),
  count: Float64Array.from(count),
  volume: Float64Array.from(volume),
  shortfall: Float64Array.from(shortfall),
});

function copyInto(into: Multipliers, from: Multipliers): void {
  into.price.set(from.price);
  into.early.set(from.early);
  into.count.set(from.count);
  into.volume.set(from.volume);
  into.shortfall.set(from.shortfall);
}
