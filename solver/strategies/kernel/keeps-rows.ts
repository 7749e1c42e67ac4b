import { TOLERANCE } from '../../model/broken-part.ts';
import type { LinearModel } from '../../model/linear-model.ts';

/** True where a point breaks none of these rows by more than another one does, but for rounding. */
export function keepsRows(
  model: LinearModel,
  rows: Iterable<number>,
  before: Float64Array,
  after: Float64Array,
): boolean {
  for (const row of rows) if (brokenBy(model, row, after) > brokenBy(model, row, before)) return false;
  return true;
}

/** By how much a point breaks a row beyond rounding; 0 where it holds. */
function brokenBy({ starts, indices, values, rowLower, rowUpper }: LinearModel, row: number, point: Float64Array) {
  let [activity, size] = [0, 1];
  for (let term = starts[row]!; term < starts[row + 1]!; term++) {
    const part = values[term]! * point[indices[term]!]!;
    activity += part;
    size = Math.max(size, Math.abs(part));
  }
  const room = TOLERANCE * size;
  return Math.max(0, rowLower[row]! - activity - room, activity - rowUpper[row]! - room);
}
