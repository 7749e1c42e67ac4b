import type { PeriodIndex, Periods } from '../domain/units.ts';

/**
 * A set of periods of a scenario in one number: bit t − 1 for period t. The 40 periods that a calendar may have fit into the 53
 * exact bits of a double; bitwise operators see only 32 of them, hence two halves. Millions of pairs of supplier and package are
 * compared this way without an array each.
 */
export type PeriodSet = number;

const HALF = 30;
const LOW = 2 ** HALF;
const MASK = LOW - 1;

/** POWERS[k] = 2^k: looked up, as raising to a power takes longer than judging the rest of a pair. */
const POWERS = Float64Array.from({ length: 53 }, (_, k) => 2 ** k);

/** The set of one period. */
const only = (t: PeriodIndex): PeriodSet => POWERS[t - 1]!;

/** The periods of 1..last for which the condition holds. */
export function periodsWhere(last: Periods, holds: (t: PeriodIndex) => boolean): PeriodSet {
  let set = 0;
  for (let t = 1; t <= last; t += 1) if (holds(t)) set += only(t);
  return set;
}

/** All periods from `first` ≥ 1 to `last`; none when first > last. */
export const periodsFrom = (first: PeriodIndex, last: Periods): PeriodSet =>
  first > last ? 0 : POWERS[last]! - only(first);

/** The periods in both sets. */
export function inBoth(a: PeriodSet, b: PeriodSet): PeriodSet {
  const low = a & MASK & b;
  if (a < LOW || b < LOW) return low;
  return low + LOW * (((a - (a & MASK)) / LOW) & ((b - (b & MASK)) / LOW));
}

/** The periods in either set. */
export const inEither = (a: PeriodSet, b: PeriodSet): PeriodSet => a + b - inBoth(a, b);

/** True when period t is in the set. */
const includes = (set: PeriodSet, t: PeriodIndex): boolean => inBoth(set, only(t)) !== 0;

/** By period, index t = 1..last; index 0 is false. */
export const asFlags = (set: PeriodSet, last: Periods): readonly boolean[] =>
  Array.from({ length: last + 1 }, (_, t) => t > 0 && includes(set, t));

/** The earliest period of 1..last in the set; undefined for none. */
export function earliest(set: PeriodSet, last: Periods): PeriodIndex | undefined {
  const t = asFlags(set, last).indexOf(true);
  return t < 0 ? undefined : t;
}

/** True when every period of the first set lies before every one of the second. */
export const endsBefore = (a: PeriodSet, b: PeriodSet): boolean => {
  const last = POWERS.length - 1;
  const start = earliest(b, last);
  return start === undefined || inBoth(a, periodsFrom(start, last)) === 0;
};
