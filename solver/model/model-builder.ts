import type { LinearModel } from './linear-model.ts';

/** Index of a column in the model under construction. */
export type Column = number;

/** One coefficient of a row or objective. */
export interface Term {
  readonly column: Column;
  readonly value: number;
}

export interface ColumnBounds {
  readonly lower?: number;
  readonly upper?: number;
  readonly integer?: boolean;
  /** True: decided before it is known which case comes true, so that all cases have this column in common. */
  readonly shared?: boolean;
}

export interface RowBounds {
  readonly lower?: number;
  readonly upper?: number;
}

/** Collects columns and rows; columns keep the order in which they were made, which is the tie-break of equal plans. */
export interface ModelBuilder {
  /** Adds a column (default 0 ≤ x < ∞, continuous). */
  readonly column: (name: string, bounds?: ColumnBounds) => Column;
  /** Adds lower ≤ Σ value·column ≤ upper. Terms of the same column are added up; zero terms are dropped. */
  readonly row: (name: string, terms: readonly Term[], bounds: RowBounds) => void;
  /** Ends the construction with an objective to minimise. */
  readonly build: (objective: readonly Term[], offset?: number) => LinearModel;
}

/** Adds up the terms of equal columns, in ascending column order, without zeros. */
export function collect(terms: readonly Term[]): readonly Term[] {
  if (isCollected(terms)) return terms;
  const sums = new Map<Column, number>();
  for (const { column, value } of terms) sums.set(column, (sums.get(column) ?? 0) + value);
  return [...sums]
    .filter(([, value]) => value !== 0)
    .sort(([left], [right]) => left - right)
    .map(([column, value]) => ({ column, value }));
}

/** True of terms in ascending column order, none twice and none of zero: most rows are written so. */
function isCollected(terms: readonly Term[]): boolean {
  for (let at = 0; at < terms.length; at++)
    if (terms[at]!.value === 0 || (at > 0 && terms[at - 1]!.column >= terms[at]!.column)) return false;
  return true;
}

export function createModelBuilder(): ModelBuilder {
  const columns: string[] = [];
  const rows: string[] = [];
  const colLower: number[] = [];
  const colUpper: number[] = [];
  const integer: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];

  return {
    column(name, { lower = 0, upper = Number.POSITIVE_INFINITY, integer: whole = false } = {}) {
      columns.push(name);
      colLower.push(lower);
      colUpper.push(upper);
      integer.push(whole ? 1 : 0);
      return columns.length - 1;
    },
    row(name, terms, { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY }) {
      rows.push(name);
      rowLower.push(lower);
      rowUpper.push(upper);
      for (const { column, value } of collect(terms)) {
        indices.push(column);
        values.push(value);
      }
      starts.push(indices.length);
    },
    build(objective, offset = 0) {
      const cost = new Float64Array(columns.length);
      for (const { column, value } of objective) cost[column]! += value;
      return {
        columns: [...columns],
        rows: [...rows],
        cost,
        offset,
        colLower: new Float64Array(colLower),
        colUpper: new Float64Array(colUpper),
        integer: new Uint8Array(integer),
        rowLower: new Float64Array(rowLower),
        rowUpper: new Float64Array(rowUpper),
        starts: new Int32Array(starts),
        indices: new Int32Array(indices),
        values: new Float64Array(values),
      };
    },
  };
}
