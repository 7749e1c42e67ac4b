import type { CurveFigure, CurvePoint, Interval } from '../../../scenarios/domain/curve.ts';
import { euro, percent, prose } from './number.ts';

/** Less of a quantity is noise of an engine, relative or of a unit. */
const SAME = 1e-6;
/** Money is told to the cent, a share to a hundred-thousandth of what plans cost. */
const CENT = 0.01;
const PART = 1e-7;

/** `N-1 at 80 %`: what a point has to survive. */
export function rungWords({ rung, serviceLevel }: Pick<CurvePoint, 'rung' | 'serviceLevel'>): string {
  if (rung === 'n-0') return 'N-0';
  if (rung === 'dual-sourcing') return 'two sources';
  return `${rung.toUpperCase()} at ${percent(serviceLevel ?? 0)}`;
}

/** `€ 1.2 m to € 1.5 m`, or one figure where no more than a grain lies between. */
function intervalWords({ least, most }: Interval, grain: number, words: (value: number) => string): string {
  const clean = (value: number): string => words(Math.abs(value) <= grain ? 0 : value);
  const [low, high] = [clean(least), clean(most)];
  return most - least <= grain || low === high ? high : `${low} to ${high}`;
}

/** `€ 1.2 m to € 1.5 m`: what is known of a difference in money. */
export const euroWords = (interval: Interval): string => intervalWords(interval, CENT, euro);

/** `+1.2 to +1.5 %`: of the cost of n-0. */
export function shareWords(share: Interval | null): string {
  if (share === null) return '–';
  const signed = (value: number): string => (value > 0 ? `+${prose(100 * value)}` : prose(100 * value));
  return `${intervalWords(share, PART, signed)} %`;
}

/** True where no more than a cent lies between a difference and nothing. */
export const isNothing = ({ least, most }: Interval): boolean => Math.abs(least) <= CENT && Math.abs(most) <= CENT;

/** `20.4`, or with what no plan can beat: `20.4 (at least 19.8)`. */
export function figureWords(figure: CurveFigure | null): string {
  if (figure === null) return '–';
  const { value, bound } = figure;
  const shown = prose(value);
  const least = prose(Math.max(0, bound));
  return value - bound <= SAME * Math.max(1, value) || shown === least ? shown : `${shown} (at least ${least})`;
}
