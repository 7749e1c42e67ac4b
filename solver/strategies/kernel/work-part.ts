import { bestOfPeriod, type Knapsack } from './knapsack.ts';
import type { PriceProblem } from './price-problem.ts';

/** The open pairs of a supplier in its sack, with what a unit of each costs. */
interface Work {
  readonly problem: PriceProblem;
  readonly prices: Float64Array;
  readonly s: number;
  readonly open: number;
  readonly sack: Knapsack;
  /** Where the prices of hours go. */
  readonly hourPrices?: Float64Array;
}

/** Evaluations in search of the numbers of expansions, and what of their most they may be off. */
const TRIES = 10;
const NEAR = 1 / 256;

/**
 * What the work of a supplier earns at most over all periods, its expansions paid. With any prices η ≥ 0 of hours,
 *
 *   Σ_t ( Σ_p η[p,t]·cap[p,t] + Σ_w most·(margin − Σ_p h·η)⁺ ) + Σ_k maximum[k]·( Σ_{t in place} hours[k]·η[p,t] − capex[k] )⁺
 *
 * bounds it from above: duality of the linear program in which expansions may be fractions. The least of those found is the answer. The
 * prices sought are those at which the hours of each expansion are worth its capex, or where it is bought never or as often as may be:
 * halving the interval in which its number lies, of all expansions at once.
 */
export function workEarns(work: Work): number {
  const { problem, s, sack } = work;
  const [from, to] = [problem.expansionStarts[s]!, problem.expansionStarts[s + 1]!];
  const count = to - from;
  sack.expanded.fill(0, 0, count);
  if (count === 0) return earnedWith(work);
  const [low, high] = [new Float64Array(count), problem.expansionMost.slice(from, to)];
  let best = Number.POSITIVE_INFINITY;
  const at = new Float64Array(count);
  let isBest = true;
  for (let tried = 0; tried < TRIES; tried++) {
    const earned = earnedWith(work);
    isBest = earned < best;
    if (isBest) {
      best = earned;
      at.set(sack.expanded.subarray(0, count));
    }
    let isOpen = false;
    for (let own = 0; own < count; own++) {
      const worth = sack.worth[own]! > problem.capex[from + own]!;
      (worth ? low : high)[own] = sack.expanded[own]!;
      const most = problem.expansionMost[from + own]!;
      isOpen ||= high[own]! - low[own]! > NEAR * most;
      // None first, then as many as may be.
      sack.expanded[own] = worth && tried === 0 ? most : (low[own]! + high[own]!) / 2;
    }
    if (!isOpen) break;
  }
  if (isBest) return best;
  sack.expanded.set(at);
  return earnedWith(work);
}

/** The bound at the prices of hours for the expansions of the sack; what is made then stands in it. */
function earnedWith({ problem, prices, s, open, sack, hourPrices }: Work): number {
  const { periods, packageOf, mostUnits, available, limits, processStarts, expansionStarts, expansionMost } = problem;
  const [from, to] = [expansionStarts[s]!, expansionStarts[s + 1]!];
  sack.taken.count = 0;
  sack.worth.fill(0, 0, to - from);
  let earned = 0;
  // Read for each pair and period of each evaluation: local names spare the way through the objects.
  const { open: pairs, cost: costs, item } = sack;
  const { margin: margins, most: mosts } = sack.program;
  for (let t = 0; t < periods; t++) {
    let items = 0;
    for (let at = 0; at < open; at++) {
      const pair = pairs[at]!;
      if (!available[pair * periods + t]) continue;
      const margin = prices[packageOf[pair]! * periods + t]! - costs[at]! - inboundCost(problem, pair, t);
      if (margin <= 0) continue;
      const [most, limit] = [mostUnits[pair]!, limits.rowOf[pair]!];
      item[items] = pair;
      margins[items] = margin;
      mosts[items++] = limit < 0 ? most : Math.min(most, limits.values[limit * periods + t]!);
    }
    if (items === 0) continue;
    earned += bestOfPeriod(problem, s, t, items, sack);
    for (let k = 0; hourPrices && k < processStarts[s + 1]! - processStarts[s]!; k++)
      hourPrices[(processStarts[s]! + k) * periods + t] = sack.program.hourPrice[k]!;
  }
  for (let own = from; own < to; own++)
    earned += expansionMost[own]! * Math.max(0, sack.worth[own - from]! - problem.capex[own]!);
  return earned;
}

/** Least cost of the way of what goes into a unit completed in a period. */
export function inboundCost({ inbound, periods }: PriceProblem, pair: number, t: number): number {
  const row = inbound.rowOf[pair]!;
  return row < 0 ? 0 : inbound.values[row * periods + t]!;
}
