import type { Fraction } from '../scenarios/domain/units.ts';

const FIGURE = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** At most three significant digits: `41,200`, `0.06`. */
export const figure = (value: number): string => FIGURE.format(Number(value.toPrecision(3)));

/** `37.5 %` */
export const percent = (share: Fraction): string => `${figure(100 * share)} %`;

/** `1 period`, `2 periods` */
export const counted = (value: number, one: string): string => `${figure(value)} ${one}${value === 1 ? '' : 's'}`;
