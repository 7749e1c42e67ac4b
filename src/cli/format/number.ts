const LOCALE = 'en-GB';
const PROSE = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const ONE = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Rounded to three significant digits, e.g. 0.060049 → 0.06 and 41234 → 41200; −0 becomes 0. */
export const roundForProse = (value: number): number => Number(value.toPrecision(3)) + 0;

/** At most three significant digits with thousands separators: `41,200`, `0.06`. */
export const prose = (value: number): string => PROSE.format(roundForProse(value));

/** No decimals, thousands separators: `1,234,568`. */
export const whole = (value: number): string => WHOLE.format(Math.round(value) + 0);

/** One decimal, thousands separators: `1,234.6`. */
export const oneDecimal = (value: number): string => ONE.format(Math.round(value * 10) / 10 + 0);

/** A fraction as a percentage in prose: 0.006 → `0.6 %`. */
export const percent = (fraction: number): string => `${prose(fraction * 100)} %`;

/** Euro in prose: `€ 812,000`, `€ 41.2 m`, `€ 1.23 bn`. */
export function euro(value: number): string {
  const size = Math.abs(roundForProse(value));
  if (size >= 1e9) return `€ ${prose(value / 1e9)} bn`;
  if (size >= 1e6) return `€ ${prose(value / 1e6)} m`;
  return `€ ${prose(value)}`;
}

/** A multiple of the baseline: 3.5 → `3.5×`. */
export const times = (multiple: number): string => `${prose(multiple)}×`;

/** A duration: `0.42 s`, `60 s`, `5 min`, `5 min 20 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${prose(Math.round(seconds * 100) / 100)} s`;
  const all = Math.round(seconds);
  if (all < 120) return `${all} s`;
  return all % 60 === 0 ? `${whole(all / 60)} min` : `${whole(Math.floor(all / 60))} min ${all % 60} s`;
}

/** `1 firm`, `38 firms`; the plural is the singular with an s unless it is given. */
export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${whole(amount)} ${amount === 1 ? one : many}`;

/** A quantity that need not be whole, in prose: `1 unit`, `2.5 units`. */
export const amount = (quantity: number, one: string): string =>
  `${prose(quantity)} ${prose(quantity) === '1' ? one : `${one}s`}`;
