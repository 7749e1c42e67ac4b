/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Greatest common divisor of two integers, never negative; gcd(0, 0) = 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n ÷ d in lowest terms; throws when d is 0. */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const common = d < 0n ? -gcd(n, d) : gcd(n, d);
  return { n: n / common, d: d / common };
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };

export const add = (a: Rational, b: Rational): Rational =>
  a.n === 0n ? b : b.n === 0n ? a : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => fraction(a.n * b.d, a.d * b.n);
/** Negative, 0n or positive as a is less than, equal to or greater than b. */
export const compare = (a: Rational, b: Rational): bigint => a.n * b.d - b.n * a.d;
export const sum = (terms: readonly Rational[]): Rational => terms.reduce(add, ZERO);
export const isZero = (a: Rational): boolean => a.n === 0n;

/** The nearest double (numerator and denominator may exceed the range of doubles). */
export function toNumber(a: Rational): number {
  const whole = a.n / a.d;
  const rest = a.n - whole * a.d;
  return Number(whole) + Number((rest << 64n) / a.d) / 2 ** 64;
}

/** The double exactly as it is stored: an integer times a power of two. */
export function exactRational(value: number): Rational {
  let scaled = value;
  let d = 1n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    d *= 2n;
  }
  return fraction(BigInt(scaled), d);
}

const CLOSE = 1e-13;
const LARGEST_DENOMINATOR = 1e6;

/**
 * The fraction that a planner means by a double: the first convergent of its continued fraction within 1e-13 relative
 * and with a denominator up to a million (0.2 is 1/5, not 3602879701896397/2⁵⁴), else the double exactly.
 */
export function rational(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError(`a rational must be finite, got ${value}`);
  let [n0, d0, n1, d1] = [1, 0, Math.floor(value), 1];
  let rest = value - Math.floor(value);
  while (Math.abs(n1 / d1 - value) > CLOSE * Math.abs(value)) {
    rest = 1 / rest;
    const whole = Math.floor(rest);
    rest -= whole;
    [n0, d0, n1, d1] = [n1, d1, whole * n1 + n0, whole * d1 + d0];
    if (!(d1 <= LARGEST_DENOMINATOR) || !Number.isSafeInteger(n1)) return exactRational(value);
  }
  return fraction(BigInt(n1), BigInt(d1));
}
