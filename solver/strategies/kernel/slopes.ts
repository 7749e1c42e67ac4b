import type { Activity } from './activity.ts';
import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';
import { keepSettled, toGrossSlopes } from './stock-prices.ts';

/**
 * The slopes of the bound at multipliers and what the relaxed problem does there: the prices' along gross prices, per unit due and such
 * that they stay settled; 0 where a multiplier may not go further. False where all are 0: no other multipliers give a better bound.
 */
export function slopesAt(
  problem: PriceProblem,
  at: Multipliers,
  gross: Float64Array,
  point: Activity,
  slopes: Multipliers,
): boolean {
  const { least, greatest, countsOfPair, countsOfSupplier, mostUnits, leastUnits, earlyRoom, periods } = problem;
  slopesOfPrices(problem, gross, point, slopes.price);
  for (let row = 0, done = 0; row < earlyRoom.length; row++) {
    done = row % periods === 0 ? point.supply[row]! : done + point.supply[row]!;
    const over = earlyRoom[row] === Number.POSITIVE_INFINITY ? 0 : done - earlyRoom[row]!;
    slopes.early[row] = slopeOf(at.early[row]!, over, 0);
  }
  const counted = new Float64Array(least.length);
  addCounts(countsOfPair, point.awarded, counted);
  addCounts(countsOfSupplier, point.member, counted);
  for (let row = 0; row < counted.length; row++) {
    slopes.count[row] = slopeOf(at.count[row]!, least[row]! - counted[row]!, greatest[row]! - counted[row]!);
  }
  for (let pair = 0; pair < at.volume.length; pair++) {
    const [units, award] = [point.produced[pair]!, point.awarded[pair]!];
    const [over, under] = [units - mostUnits[pair]! * award, units - leastUnits[pair]! * award];
    slopes.volume[pair] = slopeOf(at.volume[pair]!, over, under);
  }
  slopes.shortfall[0] = problem.priced ? point.shortfall[0]! - problem.most : 0;
  const { price, early, count, volume, shortfall } = slopes;
  return [shortfall, count, price, early, volume].some((kind) => kind.some((slope) => slope !== 0));
}

/** The slope of a multiplier that has one on its positive and one on its negative side; at 0 whichever leads away from it. */
function slopeOf(multiplier: number, positive: number, negative: number): number {
  if (multiplier > 0) return positive;
  if (multiplier < 0) return negative;
  return positive > 0 ? positive : Math.min(0, negative);
}

function slopesOfPrices(
  problem: PriceProblem,
  gross: Float64Array,
  { need, supply }: Activity,
  slopes: Float64Array,
): void {
  for (let row = 0; row < slopes.length; row++) slopes[row] = need[row]! - supply[row]!;
  toGrossSlopes(problem, slopes);
  for (let row = 0; row < slopes.length; row++) slopes[row]! /= problem.dueWeight[row]!;
  keepSettled(problem, gross, slopes);
}

function addCounts({ starts, rows }: PriceProblem['countsOfPair'], taken: Float64Array, counted: Float64Array): void {
  for (let group = 0; group < taken.length; group++)
    for (let term = starts[group]!; term < starts[group + 1]!; term++) counted[rows[term]!]! += taken[group]!;
}
