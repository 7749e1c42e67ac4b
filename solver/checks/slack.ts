/** The smaller of two slacks, null where there is none. */
export const tighter = (left: number | null, right: number | null): number | null =>
  left === null ? right : right === null ? left : Math.min(left, right);

/** How far a count is from leaving min … max, counting only the ends that are stated; null when neither is. */
export const room = (count: number, min: number | undefined, max: number | undefined): number | null =>
  tighter(min === undefined ? null : count - min, max === undefined ? null : max - count);
