import { normalQuantile, studentQuantile } from './normal.ts';

/** A figure that was estimated from a sample, and an interval that contains the true one with the confidence asked for. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const upper = (confidence: number): number => (1 + confidence) / 2;

/** The quantile of sorted values, interpolated between the two nearest ones (type 7 of Hyndman and Fan, as in R and NumPy). */
export function quantileOf(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

/**
 * A mean with Student's t interval. Of a single value, whose spread nobody can tell, the interval is everything (in words: ±∞).
 */
export function meanOf(values: Float64Array, confidence: number): Estimate {
  const n = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  if (n < 2) return { value, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const half = studentQuantile(upper(confidence), n - 1) * Math.sqrt(varianceOf(values, value) / n);
  return { value, low: value - half, high: value + half };
}

const varianceOf = (values: Float64Array, mean: number): number =>
  values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);

/** A probability from counts, with Wilson's score interval: it stays within 0 … 1 and has a width where all or none hit. */
export function probabilityOf(hits: number, n: number, confidence: number): Estimate {
  const z2 = normalQuantile(upper(confidence)) ** 2;
  const p = hits / n;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt(z2 * ((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return {
    value: p,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === n ? 1 : Math.min(1, centre + half),
  };
}

/**
 * CVaR: the mean of the worst 1 − level of all outcomes, where large is bad. With v the smallest value that at least a share `level` does not
 * exceed, CVaR = v + Σ (x − v)⁺ ÷ ((1 − level)·n), after Rockafellar and Uryasev, "Optimization of conditional value-at-risk", J. Risk 2 (2000).
 * The interval is asymptotic: its variance is that of (x − v)⁺ ÷ (1 − level), over n: Trindade, Uryasev, Shapiro and Zrazhevsky,
 * "Financial prediction with constrained tail risk", J. Banking & Finance 31 (2007).
 */
export function tailMeanOf(sorted: Float64Array, level: number, confidence: number): Estimate {
  const n = sorted.length;
  const v = sorted[Math.max(0, Math.ceil(level * n - 1e-9) - 1)]!;
  const beyond = sorted.map((x) => Math.max(0, x - v) / (1 - level));
  const { value, low, high } = meanOf(beyond, confidence);
  return { value: v + value, low: v + low, high: v + high };
}
