/** (value − bound) ÷ max(|value|, 1e-9), for an aim that is minimised; never negative. */
export const relativeGap = (value: number, bound: number): number =>
  Math.max(0, value - bound) / Math.max(Math.abs(value), 1e-9);
