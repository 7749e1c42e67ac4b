import { gcd } from './rational.ts';

/**
 * A row of a tableau as whole numbers, known up to a positive factor: doubles while every entry is exact in them, big
 * integers otherwise. The choice is made anew after each combination and never changes a value.
 */
export type IntegerRow = Float64Array | bigint[];

const EXACT = Number.MAX_SAFE_INTEGER;

function smallGcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function largest(row: Float64Array): number {
  let most = 0;
  for (let j = 0; j < row.length; j++) most = Math.max(most, Math.abs(row[j]!));
  return most;
}

const asBig = (row: IntegerRow): bigint[] => (row instanceof Float64Array ? Array.from(row, BigInt) : row);

function reduceSmall(row: Float64Array): Float64Array {
  let common = 0;
  for (let j = 0; j < row.length && common !== 1; j++) common = smallGcd(row[j]!, common);
  if (common > 1) for (let j = 0; j < row.length; j++) row[j]! /= common;
  return row;
}

/** The same row divided by the common divisor of its entries, in the cheapest exact form. */
export function integerRow(entries: readonly bigint[]): IntegerRow {
  let common = 0n;
  for (const entry of entries) {
    if (common === 1n) break;
    if (entry !== 0n) common = gcd(entry, common);
  }
  const reduced = common > 1n ? entries.map((entry) => entry / common) : [...entries];
  const bound = BigInt(EXACT);
  return reduced.every((entry) => entry <= bound && entry >= -bound) ? Float64Array.from(reduced, Number) : reduced;
}

/** The sign of an entry: −1, 0 or 1. */
export function signAt(row: IntegerRow, j: number): number {
  const entry = row[j]!;
  return entry > 0 ? 1 : entry < 0 ? -1 : 0;
}

/** An entry as a big integer. */
export const entryAt = (row: IntegerRow, j: number): bigint => BigInt(row[j]!);

/** The row with every sign turned. */
export function negated(row: IntegerRow): IntegerRow {
  return row instanceof Float64Array ? row.map((entry) => (entry === 0 ? 0 : -entry)) : row.map((entry) => -entry);
}

function combineSmall(row: Float64Array, by: Float64Array, column: number): Float64Array | null {
  const common = smallGcd(row[column]!, by[column]!);
  const times = by[column]! / common;
  const less = row[column]! / common;
  if (largest(row) * times + largest(by) * Math.abs(less) > EXACT) return null;
  const out = new Float64Array(row.length);
  for (let j = 0; j < row.length; j++) out[j] = row[j]! * times - by[j]! * less;
  return reduceSmall(out);
}

/** The positive multiple of `row` minus a multiple of `by` in which the column is 0; `by` must be positive there. */
export function eliminate(row: IntegerRow, by: IntegerRow, column: number): IntegerRow {
  if (row instanceof Float64Array && by instanceof Float64Array) {
    const small = combineSmall(row, by, column);
    if (small) return small;
  }
  const [a, b] = [asBig(row), asBig(by)];
  const common = gcd(a[column]!, b[column]!);
  const times = b[column]! / common;
  const less = a[column]! / common;
  return integerRow(a.map((entry, j) => entry * times - b[j]! * less));
}

/** Sign of a[i] ÷ a[j] − b[i] ÷ b[j], where a[j] and b[j] are positive. */
export function compareRatios(a: IntegerRow, b: IntegerRow, i: number, j: number): number {
  const [p, q, r, s] = [Number(a[i]), Number(b[j]), Number(b[i]), Number(a[j])];
  const [left, right] = [p * q, r * s];
  if (Math.abs(left) <= EXACT && Math.abs(right) <= EXACT) return Math.sign(left - right);
  const difference = entryAt(a, i) * entryAt(b, j) - entryAt(b, i) * entryAt(a, j);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
