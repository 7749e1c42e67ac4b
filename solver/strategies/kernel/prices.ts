import type { Activity } from './activity.ts';
import { deliverAtPrices, stockAtPrices } from './flow-part.ts';
import { createKnapsack, type Knapsack } from './knapsack.ts';
import type { PriceProblem } from './price-problem.ts';
import { fromGross, settleGross, toGross } from './stock-prices.ts';
import { supplierEarns } from './supplier-part.ts';

/** Multipliers of the relaxed rows; any values give a bound. */
export interface Multipliers {
  /** λ: euro for a unit of a package in a period, by row. */
  readonly price: Float64Array;
  /** φ: euro for a unit completed up to a period in the first lead time of a package, by row. */
  readonly early: Float64Array;
  /** π: euro for one more award or member in a count; negative against the upper limit. */
  readonly count: Float64Array;
  /** τ: euro for a unit of a pair over the horizon: positive against its most, beyond its award's cost; negative against its least. */
  readonly volume: Float64Array;
  /** θ: euro for a weighted unit of shortfall; one entry, not read where shortfall is the aim. */
  readonly shortfall: Float64Array;
}

/** A bound on the aim, and what it is made of: bound = Σ byProduct − Σ bySupplier + what stock, counts and the cap on shortfall add. */
export interface PriceBound {
  readonly bound: number;
  /** By demand of the problem: least cost of its deliveries and what is missing. */
  readonly byProduct: Float64Array;
  /** By candidate: what it earns at most at these prices; negative where it does not pay and is not locked. */
  readonly bySupplier: Float64Array;
}

/**
 * A bound on the aim over all plans, to the last digits of rounding: Lagrangian relaxation (Geoffrion, Mathematical Programming Study 2,
 * 1974) of the packages' balances, the pipeline, counts, pairs' volumes and the cap on shortfall. What is left falls apart by product, stocked
 * item and supplier:
 *
 *   Σ_d deliveries + Σ_i stock + Σ π⁺·least − Σ π⁻·greatest − Σ φ·room − θ·most − Σ_s max(0, V[s])
 *
 * and V[s] counts whatever its sign for a member by lock. Multipliers of the wrong sign and prices at which stock would pay without end
 * are first replaced by the nearest that are allowed. What is relaxed, kept and left out, and why that is valid, stands in docs/model.md.
 */
export const boundAt = (problem: PriceProblem, multipliers: Multipliers): PriceBound => {
  const settled = {
    price: Float64Array.from(multipliers.price),
    early: Float64Array.from(multipliers.early),
    count: Float64Array.from(multipliers.count),
    volume: multipliers.volume,
    shortfall: Float64Array.from(multipliers.shortfall),
  };
  settle(problem, settled);
  return boundAtSettled(problem, settled, createKnapsack(problem));
};

/** Replaces what is not allowed by the nearest that is, in place. */
function settle(problem: PriceProblem, multipliers: Multipliers): void {
  toGross(problem, multipliers.price);
  settleGross(problem, multipliers.price);
  fromGross(problem, multipliers.price);
  settleOthers(problem, multipliers);
}

/** The same for all but the prices. */
export function settleOthers(problem: PriceProblem, { early, count, shortfall }: Multipliers): void {
  for (let row = 0; row < early.length; row++) {
    early[row] = problem.earlyRoom[row] === Number.POSITIVE_INFINITY ? 0 : Math.max(0, early[row]!);
  }
  for (let row = 0; row < count.length; row++) {
    if (problem.greatest[row] === Number.POSITIVE_INFINITY) count[row] = Math.max(0, count[row]!);
  }
  shortfall[0] = problem.priced ? Math.max(0, shortfall[0]!) : 1;
}

/** What suppliers are paid for a unit, by row: λ less every φ of the same package from that period on. */
export function paidPrices({ periods }: PriceProblem, { price, early }: Multipliers): Float64Array {
  const paid = Float64Array.from(price);
  let taken = 0;
  for (let row = price.length - 1; row >= 0; row--) {
    if (row % periods === periods - 1) taken = 0;
    taken += early[row]!;
    paid[row]! -= taken;
  }
  return paid;
}

/** The bound at allowed multipliers; adds what the relaxed problem does to a cleared activity, and the prices of hours to cleared ones. */
export function boundAtSettled(
  problem: PriceProblem,
  multipliers: Multipliers,
  sack: Knapsack,
  activity?: Activity,
  hourPrices?: Float64Array,
): PriceBound {
  const { packages, periods, suppliers, least, greatest, most, weight, earlyRoom } = problem;
  const { price, early, count, volume, shortfall } = multipliers;
  const prices = paidPrices(problem, multipliers);
  const dearest = new Float64Array(packages);
  const byProduct = new Float64Array(weight.length);
  deliverAtPrices(problem, price, shortfall[0]!, byProduct, activity);
  let bound = stockAtPrices(problem, price, activity) - (problem.priced ? shortfall[0]! * most : 0);
  for (const value of byProduct) bound += value;
  for (let row = 0; row < prices.length; row++) {
    const number = Math.trunc(row / periods);
    dearest[number] = Math.max(dearest[number]!, prices[row]!);
    if (early[row]! > 0) bound -= early[row]! * earlyRoom[row]!;
  }
  for (let row = 0; row < count.length; row++) {
    if (count[row] !== 0) bound += count[row]! * (count[row]! > 0 ? least[row]! : greatest[row]!);
  }
  const bySupplier = new Float64Array(suppliers);
  for (let s = 0; s < suppliers; s++) {
    const earned = supplierEarns(problem, { prices, dearest, count, volume }, s, sack, activity, hourPrices);
    bySupplier[s] = earned;
    bound -= problem.lockedMember[s] ? earned : Math.max(0, earned);
  }
  return { bound, byProduct, bySupplier };
}
