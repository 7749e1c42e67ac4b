const MOST_DECIMALS = 9;

/** Two figures with as few decimals, at least `least`, as show that they differ: 400.0 and 412.0, 0.5999 and 0.6. */
export function contrast(found: number, expected: number, least = 0): readonly [string, string] {
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals++) {
    const pair = [found.toFixed(decimals), expected.toFixed(decimals)] as const;
    const rounding = Math.max(Math.abs(Number(pair[0]) - found), Math.abs(Number(pair[1]) - expected));
    if (rounding <= Math.abs(found - expected) / 20) return least > 0 ? pair : [short(pair[0]), short(pair[1])];
  }
  return [String(found), String(expected)];
}

/** Without zeros at the end of the decimals. */
const short = (decimal: string): string => String(Number(decimal));

/** A figure with at most six decimals. */
export const figure = (value: number): string => String(Number(value.toFixed(6)));

/** `1 period`, `3 periods`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A text, or `none` for null. */
export const orNone = (value: string | number | null): string => (value === null ? 'none' : String(value));
