import type { LinearModel } from '../../model/linear-model.ts';
import type { Term } from '../../model/model-builder.ts';

/** How columns there stand for columns here: at a constant, plus up to two columns times a factor. */
export interface MergedColumns {
  readonly at: Float64Array;
  readonly link: (from: number, to: number, factor: number) => void;
  /** Adds the terms of a row there; answers with its constant part. */
  readonly add: (model: LinearModel, row: number, terms: Term[]) => number;
  readonly addColumns: (values: Float64Array, terms: Term[]) => number;
}

export function createMergedColumns(model: LinearModel): MergedColumns {
  const n = model.columns.length;
  const to = new Int32Array(2 * n).fill(-1);
  const factor = new Float64Array(2 * n);
  const at = new Float64Array(n);
  const addOne = (column: number, value: number, terms: Term[]): number => {
    for (let k = 2 * column; k < 2 * column + 2; k++)
      if (to[k]! >= 0) terms.push({ column: to[k]!, value: value * factor[k]! });
    return value * at[column]!;
  };
  return {
    at,
    link(from, column, by) {
      const k = to[2 * from]! < 0 ? 2 * from : 2 * from + 1;
      to[k] = column;
      factor[k] = by;
    },
    add({ starts, indices, values }, row, terms) {
      let constant = 0;
      for (let term = starts[row]!; term < starts[row + 1]!; term++)
        constant += addOne(indices[term]!, values[term]!, terms);
      return constant;
    },
    addColumns(values, terms) {
      let constant = 0;
      values.forEach((value, column) => {
        if (value !== 0) constant += addOne(column, value, terms);
      });
      return constant;
    },
  };
}
