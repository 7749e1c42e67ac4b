import type { LinearModel } from './linear-model.ts';

/** Looks up the rows of a column. */
export type RowsOf = (column: number) => Int32Array;

/** The rows that each column has a term in, ascending. */
export function rowsByColumn({ columns, rows, starts, indices }: LinearModel): RowsOf {
  const from = new Int32Array(columns.length + 1);
  for (const column of indices) from[column + 1]! += 1;
  for (let column = 0; column < columns.length; column++) from[column + 1]! += from[column]!;
  const next = Int32Array.from(from);
  const list = new Int32Array(indices.length);
  for (let row = 0; row < rows.length; row++) {
    for (let term = starts[row]!; term < starts[row + 1]!; term++) list[next[indices[term]!]!++] = row;
  }
  return (column) => list.subarray(from[column]!, from[column + 1]!);
}

/** The rows that some columns have terms in, ascending. */
export function rowsOfColumns(rowsOf: RowsOf, columns: Iterable<number>): Int32Array {
  const rows = new Set<number>();
  for (const column of columns) for (const row of rowsOf(column)) rows.add(row);
  return Int32Array.from(rows).sort();
}

/** The model with some of its rows, in this order. */
export function onlyRows(model: LinearModel, keep: readonly number[]): LinearModel {
  const { starts } = model;
  const own = new Int32Array(keep.length + 1);
  keep.forEach((row, at) => {
    own[at + 1] = own[at]! + starts[row + 1]! - starts[row]!;
  });
  const indices = new Int32Array(own[keep.length]!);
  const values = new Float64Array(own[keep.length]!);
  keep.forEach((row, at) => {
    indices.set(model.indices.subarray(starts[row]!, starts[row + 1]!), own[at]!);
    values.set(model.values.subarray(starts[row]!, starts[row + 1]!), own[at]!);
  });
  return {
    ...model,
    rows: keep.map((row) => model.rows[row]!),
    rowLower: Float64Array.from(keep, (row) => model.rowLower[row]!),
    rowUpper: Float64Array.from(keep, (row) => model.rowUpper[row]!),
    ...{ starts: own, indices, values },
  };
}

/**
 * The model of some columns and rows (each ascending) while all other columns stand at `values`: what they take of a row is taken off its
 * sides, and the offset makes the value that of the whole model.
 */
export function extracted(
  model: LinearModel,
  columns: ArrayLike<number>,
  rows: ArrayLike<number>,
  values: Float64Array,
): LinearModel {
  const place = new Int32Array(model.columns.length).fill(-1);
  for (let at = 0; at < columns.length; at++) place[columns[at]!] = at;
  let most = 0;
  for (let at = 0; at < rows.length; at++) most += model.starts[rows[at]! + 1]! - model.starts[rows[at]!]!;
  const starts = new Int32Array(rows.length + 1);
  const [indices, factors] = [new Int32Array(most), new Float64Array(most)];
  const [rowLower, rowUpper] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  let terms = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    let others = 0;
    for (let term = model.starts[row]!; term < model.starts[row + 1]!; term++) {
      const column = model.indices[term]!;
      if (place[column]! < 0) others += model.values[term]! * values[column]!;
      else {
        indices[terms] = place[column]!;
        factors[terms++] = model.values[term]!;
      }
    }
    starts[at + 1] = terms;
    rowLower[at] = model.rowLower[row]! - others;
    rowUpper[at] = model.rowUpper[row]! - others;
  }
  const pick = (figures: Float64Array) => Float64Array.from(columns, (column) => figures[column]!);
  let offset = model.offset;
  for (let column = 0; column < values.length; column++) {
    if (model.cost[column] !== 0 && place[column]! < 0) offset += model.cost[column]! * values[column]!;
  }
  return {
    columns: Array.from(columns, (column) => model.columns[column]!),
    rows: Array.from(rows, (row) => model.rows[row]!),
    cost: pick(model.cost),
    offset,
    colLower: pick(model.colLower),
    colUpper: pick(model.colUpper),
    integer: Uint8Array.from(columns, (column) => model.integer[column]!),
    ...{ rowLower, rowUpper, starts },
    indices: indices.slice(0, terms),
    values: factors.slice(0, terms),
  };
}

/**
 * The model of some columns (ascending) while all others stand at `values`, as {@link extracted} from all rows that they have terms in. A
 * row that the point misses by rounding alone may stay as it is.
 */
export function submodel(
  model: LinearModel,
  rowsOf: RowsOf,
  free: readonly number[],
  values: Float64Array,
): LinearModel {
  const part = extracted(model, free, rowsOfColumns(rowsOf, free), values);
  const { starts, indices, rowLower, rowUpper } = part;
  for (let row = 0; row < rowLower.length; row++) {
    let mine = 0;
    for (let term = starts[row]!; term < starts[row + 1]!; term++)
      mine += part.values[term]! * values[free[indices[term]!]!]!;
    const [lower, upper] = [rowLower[row]!, rowUpper[row]!];
    if (lower - mine > 0 && lower - mine < ROUNDING * Math.max(1, Math.abs(lower))) rowLower[row] = mine;
    if (mine - upper > 0 && mine - upper < ROUNDING * Math.max(1, Math.abs(upper))) rowUpper[row] = mine;
  }
  return part;
}

/** By how much, relative to its side, a point may miss a row and count as on it. */
const ROUNDING = 1e-6;
