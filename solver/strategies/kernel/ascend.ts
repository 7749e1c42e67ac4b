import { type Activity, clearActivity, createActivity, moveTowards } from './activity.ts';
import { createKnapsack } from './knapsack.ts';
import type { PriceProblem } from './price-problem.ts';
import { boundAtSettled, type Multipliers, settle } from './prices.ts';
import { reducedCosts } from './reduced-costs.ts';
import { type Reach, reachOf, startingPrices } from './starting-prices.ts';

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
  const best = copied(start);
  const trial = copied(start);
  settle(problem, best);
  const [average, latest, slopes] = [createActivity(problem), createActivity(problem), copied(start)];
  let { bound } = boundAtSettled(problem, best, sack, average);
  let length = 0.5;
  let failures = 0;
  let iterations = 1;
  const aimedAt = () => options.value ?? bound + 0.05 * Math.max(Math.abs(bound), 1e-6);
  const isDone = () => {
    const { value, gap = 0 } = options;
    return value !== undefined && value - bound <= gap * Math.max(Math.abs(value), 1e-9);
  };
  while (iterations < options.iterations && !isDone() && !options.stop?.()) {
    const size = slopesOf(problem, best, average, reach, slopes);
    if (!(size > 0)) break;
    step(best, trial, slopes, reach, (length * (aimedAt() - bound)) / size);
    settle(problem, trial);
    clearActivity(latest);
    const found = boundAtSettled(problem, trial, sack, latest).bound;
    iterations += 1;
    const done = iterations / options.iterations;
    moveTowards(average, latest, SHARES.first + (SHARES.last - SHARES.first) * Math.sqrt(done));
    if (found > bound) {
      copyInto(best, trial);
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

/** The slopes of the bound along each multiplier at a point; returns Σ reach·slope², with those that cannot be followed left out. */
function slopesOf(problem: PriceProblem, at: Multipliers, point: Activity, reach: Reach, slopes: Multipliers): number {
  const { least, greatest, countsOfPair, countsOfSupplier, mostUnits, leastUnits, priced, most } = problem;
  let size = 0;
  for (let row = 0; row < slopes.price.length; row++) {
    slopes.price[row] = point.need[row]! - point.supply[row]!;
    size += reach.price[row]! * slopes.price[row]! ** 2;
  }
  const counted = new Float64Array(least.length);
  const add = ({ starts, rows }: PriceProblem['countsOfPair'], taken: Float64Array) => {
    for (let group = 0; group < taken.length; group++)
      for (let term = starts[group]!; term < starts[group + 1]!; term++) counted[rows[term]!]! += taken[group]!;
  };
  add(countsOfPair, point.awarded);
  add(countsOfSupplier, point.member);
  for (let row = 0; row < counted.length; row++) {
    const [below, above] = [least[row]! - counted[row]!, Math.min(0, greatest[row]! - counted[row]!)];
    const multiplier = at.count[row]!;
    slopes.count[row] =
      multiplier > 0 ? below : multiplier < 0 ? greatest[row]! - counted[row]! : Math.max(0, below) || above;
    size += reach.count * slopes.count[row]! ** 2;
  }
  for (let pair = 0; pair < slopes.volume.length; pair++) {
    const [units, award, tau] = [point.produced[pair]!, point.awarded[pair]!, at.volume[pair]!];
    const [over, under] = [units - mostUnits[pair]! * award, units - leastUnits[pair]! * award];
    slopes.volume[pair] = tau > 0 ? over : tau < 0 ? under : Math.max(0, over) || Math.min(0, under);
    size += reach.volume[pair]! * slopes.volume[pair]! ** 2;
  }
  slopes.shortfall[0] = priced ? point.shortfall[0]! - most : 0;
  return size + reach.shortfall * slopes.shortfall[0]! ** 2;
}

/** trial = best + length · reach · slope; a multiplier with two sides stops at 0 on its way to the other. */
function step(best: Multipliers, trial: Multipliers, slopes: Multipliers, reach: Reach, length: number): void {
  const crossing = (from: number, to: number) => (from * to < 0 ? 0 : to);
  for (let row = 0; row < best.price.length; row++)
    trial.price[row] = best.price[row]! + length * reach.price[row]! * slopes.price[row]!;
  for (let row = 0; row < best.count.length; row++)
    trial.count[row] = crossing(best.count[row]!, best.count[row]! + length * reach.count * slopes.count[row]!);
  for (let pair = 0; pair < best.volume.length; pair++) {
    const to = best.volume[pair]! + length * reach.volume[pair]! * slopes.volume[pair]!;
    trial.volume[pair] = crossing(best.volume[pair]!, to);
  }
  trial.shortfall[0] = best.shortfall[0]! + length * reach.shortfall * slopes.shortfall[0]!;
}

const copied = ({ price, count, volume, shortfall }: Multipliers): Multipliers => ({
  price: Float64Array.from(price),
  count: Float64Array.from(count),
  volume: Float64Array.from(volume),
  shortfall: Float64Array.from(shortfall),
});

function copyInto(into: Multipliers, from: Multipliers): void {
  into.price.set(from.price);
  into.count.set(from.count);
  into.volume.set(from.volume);
  into.shortfall.set(from.shortfall);
}
