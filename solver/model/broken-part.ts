import type { LinearModel } from './linear-model.ts';

/** How far a row or bound may be broken, relative to the size of its terms. */
export const TOLERANCE = 1e-6;

/** The name of a row or column that values break by more than {@link TOLERANCE}, wholeness included; undefined when they satisfy the model. */
export const brokenPart = (model: LinearModel, values: Float64Array): string | undefined =>
  brokenRow(model, values) ?? brokenColumn(model, values);

function brokenRow(model: LinearModel, values: Float64Array): string | undefined {
  for (let row = 0; row < model.rows.length; row++) {
    let activity = 0;
    let size = 1;
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++) {
      const part = model.values[at]! * values[model.indices[at]!]!;
      activity += part;
      size = Math.max(size, Math.abs(part), Math.abs(model.values[at]!));
    }
    const room = TOLERANCE * size;
    if (activity < model.rowLower[row]! - room || activity > model.rowUpper[row]! + room) return model.rows[row];
  }
  return undefined;
}

function brokenColumn(model: LinearModel, values: Float64Array): string | undefined {
  const at = values.findIndex((value, column) => {
    const room = TOLERANCE * Math.max(1, Math.abs(value));
    const whole = !model.integer[column] || Math.abs(value - Math.round(value)) <= TOLERANCE;
    return !whole || value < model.colLower[column]! - room || value > model.colUpper[column]! + room;
  });
  return at < 0 ? undefined : model.columns[at];
}
