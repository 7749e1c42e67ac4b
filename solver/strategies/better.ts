/** An improvement by less than this is noise of the engine: relative, or of a unit or a euro. */
const NOISE = 1e-6;

/** True where a value is less than another by more than noise. */
export const isLess = (value: number, than: number): boolean => value < than - roomAt(than);

const roomAt = (value: number): number => NOISE * Math.max(1, Math.abs(value));

/** True where the values of the aims are lexicographically less by more than noise; a first one up to `most` counts as `most`. */
export function isBetter(next: readonly number[], than: readonly number[], most: number): boolean {
  for (let aim = 0; aim < than.length; aim++) {
    const floor = aim === 0 ? most : Number.NEGATIVE_INFINITY;
    const [one, other] = [Math.max(next[aim]!, floor), Math.max(than[aim]!, floor)];
    if (isLess(one, other)) return true;
    if (one > other + roomAt(other)) return false;
  }
  return false;
}
