import type { PriceProblem } from './price-problem.ts';

/** What the relaxed problem does at its best: the slopes of the bound are the differences between the sides of the relaxed rows. */
export interface Activity {
  /** Units by row. */
  readonly need: Float64Array;
  readonly supply: Float64Array;
  /** By pair: units over the horizon, and the award as far as they and its cost call for it. */
  readonly produced: Float64Array;
  readonly awarded: Float64Array;
  /** By supplier. */
  readonly member: Float64Array;
  /** Weighted shortfall, one entry. */
  readonly shortfall: Float64Array;
}

export const createActivity = ({ packages, periods, original, suppliers }: PriceProblem): Activity => ({
  need: new Float64Array(packages * periods),
  supply: new Float64Array(packages * periods),
  produced: new Float64Array(original.length),
  awarded: new Float64Array(original.length),
  member: new Float64Array(suppliers),
  shortfall: new Float64Array(1),
});

/** The arrays of two activities side by side. */
const KEYS = ['need', 'supply', 'produced', 'awarded', 'member', 'shortfall'] as const;

export function clearActivity(activity: Activity): void {
  for (const key of KEYS) activity[key].fill(0);
}

/** average ← average + share · (latest − average) */
export function moveTowards(average: Activity, latest: Activity, share: number): void {
  for (const key of KEYS) {
    const [into, from] = [average[key], latest[key]];
    for (let at = 0; at < into.length; at++) into[at]! += share * (from[at]! - into[at]!);
  }
}
