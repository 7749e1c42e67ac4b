/**
 * How exact a plan has to be. A limit may be passed by 1e-6 × max(1, |scale|), scale being the size of the figures that meet
 * in it; a stated figure equals the recomputed one within 1e-6 relative, at least 1e-6; money within 1e-6 relative plus
 * 1e-4 euro. Anything that is not a number is never within a tolerance.
 */
const RELATIVE = 1e-6;
const CENTS = 1e-4;

/** What is forgiven at a limit between figures of this size. */
export const forgiven = (scale: number): number => RELATIVE * Math.max(1, Math.abs(scale));

/** True when `value` is above `limit` by more than is forgiven. */
export const exceeds = (value: number, limit: number, scale: number = limit): boolean =>
  !(value <= limit + forgiven(scale));

/** True when `value` is below `limit` by more than is forgiven. */
export const fallsShort = (value: number, limit: number, scale: number = limit): boolean =>
  !(value >= limit - forgiven(scale));

/** True when a stated figure is not the recomputed one. */
export const differs = (found: number, expected: number): boolean =>
  !(Math.abs(found - expected) <= forgiven(expected));

/** True when a stated amount of money is not the recomputed one. */
export const moneyDiffers = (found: number, expected: number): boolean =>
  !(Math.abs(found - expected) <= RELATIVE * Math.abs(expected) + CENTS);

/** True when a stated figure that may be null is not the recomputed one. */
export const nullableDiffers = (found: number | null, expected: number | null): boolean =>
  found === null || expected === null ? found !== expected : differs(found, expected);
