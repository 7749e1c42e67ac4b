/**
 * A mixed-integer linear model as plain arrays: minimise cost·x + offset with rowLower ≤ A·x ≤ rowUpper and
 * colLower ≤ x ≤ colUpper. Rows are in compressed sparse row form: the terms of row i stand at starts[i] … starts[i + 1] − 1.
 */
export interface LinearModel {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cost: Float64Array;
  readonly offset: number;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  /** 1 where the column must be whole. */
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** cost·x + offset at a point. */
export const objectiveAt = (model: LinearModel, values: Float64Array): number =>
  model.cost.reduce((sum, price, column) => sum + price * values[column]!, model.offset);
