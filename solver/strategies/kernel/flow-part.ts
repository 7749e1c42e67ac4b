import type { Activity } from './activity.ts';
import type { GroupedTerms } from './grouped-terms.ts';
import type { PriceProblem } from './price-problem.ts';

/**
 * The least of deliveries against the price of shortfall θ, one value for each demand into `byProduct`. A unit of d due in t costs
 *
 *   lost: min(P[d,t], θ·weight);   carried: v[d,t] = min(P[d,t], θ·weight + v[d,t+1]), as it can be delivered in any later period
 *
 * with P[d,t] what it costs apart from packages plus Σ q·λ. The sum over units is exact: what is delivered by t is at most what is due.
 */
export function deliverAtPrices(
  problem: PriceProblem,
  prices: Float64Array,
  theta: number,
  byProduct: Float64Array,
  activity?: Activity,
): void {
  const { demandStarts, weight, carried, due, deliveryCost, deliveryNeeds } = problem;
  for (let demand = 0; demand < weight.length; demand++) {
    const missing = theta * weight[demand]!;
    let total = 0;
    let later = 0;
    /** Delivery that serves a unit late by now, −1: none, and how many periods it waits for it. */
    let serving = -1;
    let wait = 0;
    for (let column = demandStarts[demand + 1]! - 1; column >= demandStarts[demand]!; column--) {
      const now = deliveryCost[column]! + priced(deliveryNeeds, column, prices);
      const miss = missing + (carried ? later : 0);
      wait = carried ? wait + 1 : 1;
      if (!carried) serving = -1;
      if (now <= miss) {
        serving = column;
        wait = 0;
      }
      later = Math.min(now, miss);
      total += due[column]! * later;
      if (!activity) continue;
      activity.shortfall[0]! += weight[demand]! * due[column]! * wait;
      if (serving >= 0) addTo(activity.need, deliveryNeeds, serving, due[column]!);
    }
    byProduct[demand] = total;
  }
}

/** The least of all stock at prices where none that may grow earns by lying; stock that may only fall is used up when that is best. */
export function stockAtPrices(problem: PriceProblem, prices: Float64Array, activity?: Activity): number {
  const { periods, mayGrow, initial, leastStock, stockCost, stockNeeds, fixedNeed, fixedCost } = problem;
  let value = fixedCost;
  for (let row = 0; row < fixedNeed.length; row++) {
    value += prices[row]! * fixedNeed[row]!;
    if (activity) activity.need[row]! += fixedNeed[row]!;
  }
  for (let stocked = 0; stocked < mayGrow.length; stocked++) {
    let lying = 0;
    let best = 0;
    let until = 0;
    for (let t = 0; t < periods; t++) {
      const column = stocked * periods + t;
      const price = stockCost[column]! + priced(stockNeeds, column, prices);
      if (mayGrow[stocked]) {
        value += price * leastStock[column]!;
        if (activity) addTo(activity.need, stockNeeds, column, leastStock[column]!);
        continue;
      }
      lying += price * initial[stocked]!;
      if (lying >= best) continue;
      best = lying;
      until = t + 1;
    }
    value += best;
    for (let t = 0; t < until && activity; t++) {
      addTo(activity.need, stockNeeds, stocked * periods + t, initial[stocked]!);
    }
  }
  return value;
}

function priced({ starts, rows, values }: GroupedTerms, column: number, prices: Float64Array): number {
  let sum = 0;
  for (let at = starts[column]!; at < starts[column + 1]!; at++) sum += values[at]! * prices[rows[at]!]!;
  return sum;
}

function addTo(need: Float64Array, { starts, rows, values }: GroupedTerms, column: number, units: number): void {
  if (units === 0) return;
  for (let at = starts[column]!; at < starts[column + 1]!; at++) need[rows[at]!]! += values[at]! * units;
}
