import type { Activity } from './activity.ts';
import type { Knapsack } from './knapsack.ts';
import type { PriceProblem } from './price-problem.ts';
import { workEarns } from './work-part.ts';

/** What the supplier subproblems read: prices by row, the dearest of each package, signed multipliers of counts and of pairs' volumes. */
export interface SupplierPrices {
  readonly prices: Float64Array;
  readonly dearest: Float64Array;
  readonly count: Float64Array;
  readonly volume: Float64Array;
}

/**
 * What supplier s earns at most at these prices, onboarding paid; a bound on it from above. An award earns by itself
 *
 *   e = Σ counts − award cost − least·τ⁻      with τ < 0 on Σ x ≥ least·a
 *
 * An open award with e < 0 is not paid by itself: its cost is spread over the units, −e ÷ M on each, which is the link Σ x ≤ M·a at that
 * multiplier. τ > 0 is what the link's multiplier is more: it takes τ of each unit and gives M·τ. The units then fill the hours of the
 * processes and of what is worth adding to them: {@link workEarns}. The prices of hours go to `hourPrices`, laid out as the capacity.
 */
export function supplierEarns(
  problem: PriceProblem,
  { prices, dearest, count, volume }: SupplierPrices,
  s: number,
  sack: Knapsack,
  activity?: Activity,
  hourPrices?: Float64Array,
): number {
  const { packageOf, mostUnits, lockedAward } = problem;
  const [from, to] = [problem.pairStarts[s]!, problem.pairStarts[s + 1]!];
  let earned = counted(problem.countsOfSupplier, s, count) - problem.memberCost[s]!;
  let open = 0;
  for (let pair = from; pair < to; pair++) {
    sack.awarded[pair - from] = 0;
    if (lockedAward[pair] === 2) continue;
    const award = awardEarns(problem, count, volume, pair);
    const taken = lockedAward[pair] === 1 || award > 0;
    earned += (taken ? award : 0) + mostUnits[pair]! * Math.max(0, volume[pair]!);
    if (taken || volume[pair]! > 0) sack.awarded[pair - from] = 1;
    const cost = unitCosts(problem, volume, pair) + (taken ? 0 : spreadOf(award, mostUnits[pair]!));
    if (!(mostUnits[pair]! > 0) || dearest[packageOf[pair]!]! <= cost) continue;
    sack.open[open] = pair;
    sack.cost[open++] = cost;
  }
  sack.taken.count = 0;
  if (open > 0) earned += workEarns({ problem, prices, s, open, sack, ...(hourPrices && { hourPrices }) });
  if (activity && (earned > 0 || problem.lockedMember[s])) record(problem, s, sack, activity);
  return earned;
}

/** e: what an award earns by itself. */
export const awardEarns = (
  { countsOfPair, awardCost, leastUnits }: PriceProblem,
  count: Float64Array,
  volume: Float64Array,
  pair: number,
): number => counted(countsOfPair, pair, count) - awardCost[pair]! + leastUnits[pair]! * Math.min(0, volume[pair]!);

/** What a unit costs, apart from the way of what goes into it and from the award. */
export const unitCosts = ({ unitCost }: PriceProblem, volume: Float64Array, pair: number): number =>
  unitCost[pair]! + volume[pair]!;

/** Per unit, what an award that earns less than nothing costs. */
export const spreadOf = (award: number, most: number): number => (award < 0 ? -award / most : 0);

/** Σ of the multipliers of the counts that a pair or supplier is in. */
function counted({ starts, rows }: PriceProblem['countsOfPair'], group: number, count: Float64Array): number {
  let sum = 0;
  for (let at = starts[group]!; at < starts[group + 1]!; at++) sum += count[rows[at]!]!;
  return sum;
}

function record(problem: PriceProblem, s: number, { taken, awarded }: Knapsack, activity: Activity): void {
  const { periods, packageOf, mostUnits, pairStarts } = problem;
  activity.member[s] = 1;
  for (let at = 0; at < taken.count; at++) {
    const pair = taken.pair[at]!;
    activity.produced[pair]! += taken.units[at]!;
    activity.supply[packageOf[pair]! * periods + taken.period[at]!]! += taken.units[at]!;
  }
  for (let pair = pairStarts[s]!; pair < pairStarts[s + 1]!; pair++) {
    const share = mostUnits[pair]! > 0 ? activity.produced[pair]! / mostUnits[pair]! : 0;
    activity.awarded[pair] = Math.max(awarded[pair - pairStarts[s]!]!, Math.min(1, share));
  }
}
