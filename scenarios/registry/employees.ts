import { normal, type Stream } from './random.ts';

/** A log-normal law of firm sizes, cut off at both ends. */
export interface SizeLaw {
  readonly median: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
  readonly least: number;
  readonly most: number;
}

/** People who work at a firm. */
export const drawEmployees = (draw: Stream, { median, spread, least, most }: SizeLaw): number =>
  Math.round(Math.min(most, Math.max(least, median * Math.exp(spread * normal(draw)))));
