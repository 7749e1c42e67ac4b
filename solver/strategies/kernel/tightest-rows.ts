import type { LinearModel } from '../../model/linear-model.ts';
import { onlyRows } from '../../model/submodel.ts';

/**
 * The model without rows Σ v·x ≤ 0 that another one over the same columns implies: scaled to the same last coefficient, none of its
 * coefficients is larger. Columns must not be negative.
 */
export function tightestRows(model: LinearModel): LinearModel {
  const { starts, indices, values, rowLower, rowUpper, rows, colLower } = model;
  const groups = new Map<string, number[]>();
  const keep: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const columns = indices.subarray(starts[row]!, starts[row + 1]!);
    const comparable =
      rowUpper[row] === 0 &&
      rowLower[row] === Number.NEGATIVE_INFINITY &&
      values[starts[row + 1]! - 1]! < 0 &&
      columns.every((column) => colLower[column]! >= 0);
    if (!comparable) {
      keep.push(row);
      continue;
    }
    const key = columns.join();
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const implies = (one: number, other: number): boolean => {
    const [a, b] = [starts[one]!, starts[other]!];
    const length = starts[one + 1]! - a;
    const [p, q] = [-values[a + length - 1]!, -values[b + length - 1]!];
    for (let k = 0; k < length - 1; k++) {
      const [own, asked] = [values[a + k]! / p, values[b + k]! / q];
      if (own < asked - 1e-12 * Math.abs(asked)) return false;
    }
    return true;
  };
  for (const group of groups.values()) {
    const tight: number[] = [];
    for (const row of group) {
      if (tight.some((other) => implies(other, row))) continue;
      for (let k = tight.length - 1; k >= 0; k--) if (implies(row, tight[k]!)) tight.splice(k, 1);
      tight.push(row);
    }
    keep.push(...tight);
  }
  return onlyRows(
    model,
    keep.sort((left, right) => left - right),
  );
}
