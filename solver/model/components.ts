import type { LinearModel } from './linear-model.ts';

/** Columns and rows, each ascending, that have nothing to do with the others of their model. */
export interface Component {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/**
 * A model in components that can be solved apart: two columns belong together where a row that can bind has terms in both. Columns that
 * their bounds fix belong to none, nor do rows that hold whatever the columns are within their bounds; the optimum of what is left is the
 * model's. In the order of their first columns; a row without any free column that can be broken stands in the first.
 */
export function componentsOf(model: LinearModel): readonly Component[] {
  const { columns, rows, starts, indices, values, colLower, colUpper } = model;
  const root = Int32Array.from(columns, (_, column) => column);
  const find = (column: number): number => {
    let top = column;
    while (root[top] !== top) top = root[top] = root[root[top]!]!;
    return top;
  };
  const isFree = (column: number) => colLower[column]! < colUpper[column]!;
  const able = bindingRows(model);
  const first = new Int32Array(rows.length).fill(-1);
  for (let row = 0; row < rows.length; row++) {
    for (let term = starts[row]!; able[row] && term < starts[row + 1]!; term++) {
      const column = indices[term]!;
      if (values[term] === 0 || !isFree(column)) continue;
      if (first[row]! < 0) first[row] = column;
      const [one, other] = [find(first[row]!), find(column)];
      // The smallest column of a component is its root.
      if (one !== other) root[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const components: { readonly columns: number[]; readonly rows: number[] }[] = [];
  const number = new Int32Array(columns.length);
  for (let column = 0; column < columns.length; column++) {
    if (!isFree(column)) continue;
    const top = find(column);
    if (top === column) number[column] = components.push({ columns: [], rows: [] }) - 1;
    components[number[top]!]!.columns.push(column);
  }
  for (let row = 0; row < rows.length; row++)
    if (able[row]) components[first[row]! < 0 ? 0 : number[find(first[row]!)]!]?.rows.push(row);
  return components;
}

/**
 * 1 for each row that some point within the bounds of the columns breaks, and for each equality. The bounds are also those that an
 * equality implies for its columns while the others stand at theirs: equalities stay rows, so that what they imply keeps holding.
 */
function bindingRows(model: LinearModel): Uint8Array {
  const { rows, starts, indices, values, rowLower, rowUpper } = model;
  const bounds = { lower: Float64Array.from(model.colLower), upper: Float64Array.from(model.colUpper) };
  const isEquality = (row: number) => rowLower[row] === rowUpper[row];
  for (let row = 0; row < rows.length; row++) if (isEquality(row)) imply(model, bounds, row);
  return Uint8Array.from(rows, (_, row) => {
    if (isEquality(row)) return 1;
    let [least, greatest] = [0, 0];
    for (let term = starts[row]!; term < starts[row + 1]!; term++) {
      const [one, other] = sidesOf(values[term]!, bounds, indices[term]!);
      least += one;
      greatest += other;
    }
    return least >= rowLower[row]! && greatest <= rowUpper[row]! ? 0 : 1;
  });
}

interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Least and greatest value of a term. */
function sidesOf(value: number, { lower, upper }: Bounds, column: number): readonly [number, number] {
  if (value === 0) return [0, 0];
  const [one, other] = [value * lower[column]!, value * upper[column]!];
  return value > 0 ? [one, other] : [other, one];
}

/** Narrows the infinite bounds of the columns of an equality to what its other terms leave. */
function imply({ starts, indices, values, rowLower }: LinearModel, bounds: Bounds, row: number): void {
  const [from, to, side] = [starts[row]!, starts[row + 1]!, rowLower[row]!];
  const least = createSum();
  const greatest = createSum();
  for (let term = from; term < to; term++) {
    const [one, other] = sidesOf(values[term]!, bounds, indices[term]!);
    least.add(one);
    greatest.add(other);
  }
  for (let term = from; term < to; term++) {
    const [column, value] = [indices[term]!, values[term]!];
    if (value === 0 || bounds.upper[column] !== Number.POSITIVE_INFINITY) continue;
    const [one, other] = sidesOf(value, bounds, column);
    const most = value > 0 ? (side - least.without(one)) / value : (side - greatest.without(other)) / value;
    if (Number.isFinite(most)) bounds.upper[column] = Math.max(most, bounds.lower[column]!);
  }
}

/** A sum of parts, some of them infinite, of which one can be left out. */
function createSum() {
  let [finite, infinite] = [0, 0];
  return {
    add(part: number): void {
      if (Number.isFinite(part)) finite += part;
      else infinite += 1;
    },
    without(part: number): number {
      const own = Number.isFinite(part);
      return infinite > (own ? 0 : 1) ? Number.NaN : own ? finite - part : finite;
    },
  };
}
