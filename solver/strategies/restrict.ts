import type { Outcome } from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';

/** The optimum of a model without its whole-number demands. */
export type Relaxed = Extract<Outcome, { status: 'optimal' }>;

/** The model without its whole-number demands: its optimum bounds the model's. */
export const relaxationOf = (model: LinearModel): LinearModel => ({
  ...model,
  integer: new Uint8Array(model.integer.length),
});

/** How many columns must be whole. */
export const integersOf = (model: LinearModel): number => model.integer.reduce((sum, whole) => sum + whole, 0);

/**
 * Whole-number columns worth keeping: those that the relaxation or a known plan uses, and for each widening as many again of the
 * cheapest others by reduced cost (ties by column order).
 */
export function kernelColumns(
  model: LinearModel,
  relaxed: Relaxed,
  plan: Float64Array | undefined,
  widening: number,
): ReadonlySet<number> {
  const whole = [...model.integer.keys()].filter((column) => model.integer[column]);
  const used = whole.filter((column) => relaxed.values[column]! > 1e-6 || (plan?.[column] ?? 0) > 0.5);
  const kernel = new Set(used);
  const price = (column: number) => relaxed.columnDuals?.[column] ?? 0;
  const others = whole
    .filter((column) => !kernel.has(column))
    .sort((left, right) => price(left) - price(right) || left - right);
  for (const column of others.slice(0, widening * used.length)) kernel.add(column);
  return kernel;
}

/**
 * The model with every whole-number column that is whole in the relaxation fixed there, where that is allowed (relaxation enforced
 * neighbourhood search: Berthold, Operations Research Letters 42, 2014).
 */
export function neighbourhoodOf(model: LinearModel, relaxed: Relaxed): LinearModel {
  const colLower = Float64Array.from(model.colLower);
  const colUpper = Float64Array.from(model.colUpper);
  model.integer.forEach((whole, column) => {
    const nearest = Math.round(relaxed.values[column]!);
    if (!whole || Math.abs(relaxed.values[column]! - nearest) > 1e-6) return;
    colLower[column] = colUpper[column] = Math.min(Math.max(nearest, colLower[column]!), colUpper[column]!);
  });
  return { ...model, colLower, colUpper };
}

/** The model with every whole-number column outside the kernel fixed at zero, where it may be zero. */
export function restrictedTo(model: LinearModel, kernel: ReadonlySet<number>): LinearModel {
  const colUpper = Float64Array.from(model.colUpper);
  model.integer.forEach((whole, column) => {
    if (whole && !kernel.has(column)) colUpper[column] = Math.max(0, model.colLower[column]!);
  });
  return { ...model, colUpper };
}
