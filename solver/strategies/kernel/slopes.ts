import type { Activity } from './activity.ts';
import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';
import type { Reach } from './starting-prices.ts';
import { keepSettled, toGrossSlopes } from './stock-prices.ts';

/** Where the ascent stands: multipliers, their gross prices, and how far each moves. */
export interface Stand {
  readonly best: Multipliers;
  readonly gross: Float64Array;
  readonly reach: Reach;
}

/**
 * Moves that raise the bound, from the slopes at a point: reach · slope, the prices' as gross prices and such that they stay settled; 0
 * where a multiplier may not go further. Returns Σ slope · move, by how much the bound rises for one such step if the slopes hold.
 */
export function movesAt(problem: PriceProblem, stand: Stand, point: Activity, moves: Multipliers): number {
  const { best, gross, reach } = stand;
  const { least, greatest, countsOfPair, countsOfSupplier, mostUnits, leastUnits, priced, most, earlyRoom, periods } =
    problem;
  let rise = movePrices(problem, gross, reach.price, point, moves.price);
  const counted = new Float64Array(least.length);
  addCounts(countsOfPair, point.awarded, counted);
  addCounts(countsOfSupplier, point.member, counted);
  const moved = (to: Float64Array, at: number, reached: number, slope: number) => {
    to[at] = reached * slope;
    rise += to[at] * slope;
  };
  for (let row = 0, done = 0; row < earlyRoom.length; row++) {
    done = row % periods === 0 ? point.supply[row]! : done + point.supply[row]!;
    const over = earlyRoom[row] === Number.POSITIVE_INFINITY ? 0 : done - earlyRoom[row]!;
    moved(moves.early, row, reach.early[row]!, slopeOf(best.early[row]!, over, 0));
  }
  for (let row = 0; row < counted.length; row++) {
    const [below, above] = [least[row]! - counted[row]!, greatest[row]! - counted[row]!];
    moved(moves.count, row, reach.count, slopeOf(best.count[row]!, below, above));
  }
  for (let pair = 0; pair < best.volume.length; pair++) {
    const [units, award] = [point.produced[pair]!, point.awarded[pair]!];
    const [over, under] = [units - mostUnits[pair]! * award, units - leastUnits[pair]! * award];
    moved(moves.volume, pair, reach.volume[pair]!, slopeOf(best.volume[pair]!, over, under));
  }
  moved(moves.shortfall, 0, reach.shortfall, priced ? point.shortfall[0]! - most : 0);
  return rise;
}

/** The slope of a multiplier that has one on its positive and one on its negative side; at 0 whichever leads away from it. */
function slopeOf(multiplier: number, positive: number, negative: number): number {
  if (multiplier > 0) return positive;
  if (multiplier < 0) return negative;
  return positive > 0 ? positive : Math.min(0, negative);
}

function movePrices(
  problem: PriceProblem,
  gross: Float64Array,
  reach: Float64Array,
  { need, supply }: Activity,
  moves: Float64Array,
): number {
  const slopes = new Float64Array(moves.length);
  for (let row = 0; row < slopes.length; row++) slopes[row] = need[row]! - supply[row]!;
  toGrossSlopes(problem, slopes);
  for (let row = 0; row < slopes.length; row++) moves[row] = reach[row]! * slopes[row]!;
  keepSettled(problem, gross, moves);
  let rise = 0;
  for (let row = 0; row < slopes.length; row++) rise += slopes[row]! * moves[row]!;
  return rise;
}

function addCounts({ starts, rows }: PriceProblem['countsOfPair'], taken: Float64Array, counted: Float64Array): void {
  for (let group = 0; group < taken.length; group++)
    for (let term = starts[group]!; term < starts[group + 1]!; term++) counted[rows[term]!]! += taken[group]!;
}
