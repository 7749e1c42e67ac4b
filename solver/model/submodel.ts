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

/**
 * The model of some columns (ascending) while all others stand at `values`: what they take of a row is taken off its sides. A row that
 * they break already may stay as broken as it is. The offset makes the value that of the whole model.
 */
export function submodel(
  model: LinearModel,
  rowsOf: RowsOf,
  free: readonly number[],
  values: Float64Array,
): LinearModel {
  const { starts, indices, values: factors } = model;
  const number = new Map(free.map((column, at) => [column, at]));
  const rows = [...new Set(free.flatMap((column) => [...rowsOf(column)]))].sort((left, right) => left - right);
  const own = {
    starts: [0],
    indices: [] as number[],
    values: [] as number[],
    lower: [] as number[],
    upper: [] as number[],
  };
  for (const row of rows) {
    let others = 0;
    let mine = 0;
    for (let term = starts[row]!; term < starts[row + 1]!; term++) {
      const at = number.get(indices[term]!);
      const part = factors[term]! * values[indices[term]!]!;
      if (at === undefined) {
        others += part;
        continue;
      }
      mine += part;
      own.indices.push(at);
      own.values.push(factors[term]!);
    }
    own.starts.push(own.indices.length);
    const [lower, upper] = [model.rowLower[row]! - others, model.rowUpper[row]! - others];
    own.lower.push(lower - mine > 0 && lower - mine < ROUNDING * Math.max(1, Math.abs(lower)) ? mine : lower);
    own.upper.push(mine - upper > 0 && mine - upper < ROUNDING * Math.max(1, Math.abs(upper)) ? mine : upper);
  }
  const pick = (figures: Float64Array) => Float64Array.from(free, (column) => figures[column]!);
  let offset = model.offset;
  for (let column = 0; column < values.length; column++) {
    if (model.cost[column] !== 0 && !number.has(column)) offset += model.cost[column]! * values[column]!;
  }
  return {
    columns: free.map((column) => model.columns[column]!),
    rows: rows.map((row) => model.rows[row]!),
    cost: pick(model.cost),
    offset,
    colLower: pick(model.colLower),
    colUpper: pick(model.colUpper),
    integer: Uint8Array.from(free, (column) => model.integer[column]!),
    rowLower: Float64Array.from(own.lower),
    rowUpper: Float64Array.from(own.upper),
    starts: Int32Array.from(own.starts),
    indices: Int32Array.from(own.indices),
    values: Float64Array.from(own.values),
  };
}

/** By how much, relative to its side, a point may miss a row and count as on it. */
const ROUNDING = 1e-6;
