import type { LinearModel } from './linear-model.ts';

/** A row that may be missed: by a unit of slack, which adds `value` to it, at a price. */
export interface ElasticRow {
  readonly row: number;
  readonly value: number;
  readonly price: number;
}

/** The model with one more column for each of some rows, in their order: any number from 0 up, in that row alone. */
export function withSlack(model: LinearModel, elastic: readonly ElasticRow[]): LinearModel {
  const columns = model.columns.length;
  const slackOf = new Map(elastic.map(({ row }, at) => [row, at]));
  const starts = new Int32Array(model.starts.length);
  const indices = new Int32Array(model.indices.length + elastic.length);
  const values = new Float64Array(indices.length);
  let at = 0;
  for (let row = 0; row < model.rows.length; row++) {
    indices.set(model.indices.subarray(model.starts[row]!, model.starts[row + 1]!), at);
    values.set(model.values.subarray(model.starts[row]!, model.starts[row + 1]!), at);
    at += model.starts[row + 1]! - model.starts[row]!;
    const slack = slackOf.get(row);
    if (slack !== undefined) {
      indices[at] = columns + slack;
      values[at++] = elastic[slack]!.value;
    }
    starts[row + 1] = at;
  }
  const longer = (figures: Float64Array, more: (slack: number) => number) =>
    Float64Array.from({ length: columns + elastic.length }, (_, k) => figures[k] ?? more(k - columns));
  return {
    ...model,
    columns: [...model.columns, ...elastic.map(({ row }) => `slack|${model.rows[row]}`)],
    cost: longer(model.cost, (slack) => elastic[slack]!.price),
    colLower: longer(model.colLower, () => 0),
    colUpper: longer(model.colUpper, () => Number.POSITIVE_INFINITY),
    integer: Uint8Array.from({ length: columns + elastic.length }, (_, k) => model.integer[k] ?? 0),
    ...{ starts, indices, values },
  };
}
