import type { LinearModel } from './linear-model.ts';
import { collect, type Term } from './model-builder.ts';
import { type Expression, valueAt } from './variables.ts';

/** lower ≤ expression ≤ upper, over the columns of a model that is already built. */
export interface Row {
  readonly name: string;
  readonly expression: Expression;
  readonly lower?: number;
  readonly upper?: number;
}

/** The model with rows more, the last ones; its columns and those before stay where they are. */
export function withRows(model: LinearModel, rows: readonly Row[]): LinearModel {
  const starts = [...model.starts];
  const terms: Term[] = [];
  for (const { expression } of rows) {
    terms.push(...collect(expression.terms));
    starts.push(model.indices.length + terms.length);
  }
  const bound = (value: number | undefined, none: number, { constant }: Expression) => (value ?? none) - constant;
  return {
    ...model,
    rows: [...model.rows, ...rows.map(({ name }) => name)],
    rowLower: append(
      model.rowLower,
      rows.map(({ lower, expression }) => bound(lower, Number.NEGATIVE_INFINITY, expression)),
    ),
    rowUpper: append(
      model.rowUpper,
      rows.map(({ upper, expression }) => bound(upper, Number.POSITIVE_INFINITY, expression)),
    ),
    starts: Int32Array.from(starts),
    indices: Int32Array.from([...model.indices, ...terms.map(({ column }) => column)]),
    values: append(
      model.values,
      terms.map(({ value }) => value),
    ),
  };
}

/** The model with one column more, the last: any number from 0 up, at a price, in no row yet. */
const withColumn = (model: LinearModel, name: string, price: number): LinearModel => ({
  ...model,
  columns: [...model.columns, name],
  cost: append(model.cost, [price]),
  colLower: append(model.colLower, [0]),
  colUpper: append(model.colUpper, [Number.POSITIVE_INFINITY]),
  integer: Uint8Array.from([...model.integer, 0]),
});

/**
 * The model with the largest of some expressions, none of which can be negative, as what is minimised: the expression itself where it
 * is one; else one more column z, the last, with expression − z ≤ 0 for each.
 */
export function withLargest(model: LinearModel, parts: readonly Expression[]): LinearModel {
  const cost = new Float64Array(model.columns.length);
  if (parts.length === 1) {
    for (const { column, value } of parts[0]!.terms) cost[column]! += value;
    return { ...model, cost, offset: parts[0]!.constant };
  }
  const largest = model.columns.length;
  const wider = withColumn({ ...model, cost, offset: 0 }, 'largest', 1);
  const rows = parts.map(({ terms, constant }, part) => ({
    name: `largest|${part}`,
    expression: { terms: [...terms, { column: largest, value: -1 }], constant },
    upper: 0,
  }));
  return withRows(wider, rows);
}

/** The largest of some expressions at a point. */
export const largestAt = (parts: readonly Expression[], point: Float64Array): number =>
  Math.max(...parts.map((part) => valueAt(part, point)));

const append = (values: Float64Array, more: readonly number[]): Float64Array => Float64Array.from([...values, ...more]);
