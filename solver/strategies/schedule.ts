import type { Engine } from '../engines/engine.ts';
import { type AimCap, type Formulated, formulate } from '../formulate.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { aimsOf } from '../objectives/index.ts';
import type { PlanningProblem } from '../problem.ts';
import { dropIdle } from './drop-idle.ts';
import { exactWithin } from './search.ts';
import type { Solution } from './strategy.ts';

/**
 * With the whole-number decisions of `values` fixed, the best quantities over all periods, aim by aim: plain LPs with every rule
 * present, so that quantities are exact at a vertex; awards that turn out idle are dropped. An earlier aim may be as bad as `allowed`,
 * if its least is not worse anyway; `narrowed` adds what must hold beside the rules. What rounding has made infeasible, or no longer fits into
 * the `seconds` that are left, leaves the values as they are.
 */
export async function schedule(
  problem: PlanningProblem,
  engine: Engine,
  values: Float64Array,
  allowed: readonly number[],
  {
    narrowed = (model) => model,
    seconds = () => 3600,
  }: { readonly narrowed?: (model: LinearModel) => LinearModel; readonly seconds?: () => number } = {},
): Promise<Solution> {
  const caps: AimCap[] = [];
  const solve = ({ model }: Formulated) =>
    engine.solve(withIntegersFixed(narrowed(model), values), exactWithin(problem, seconds()));
  let best = values;
  let stated!: Formulated;
  for (const objective of aimsOf(problem)) {
    stated = formulate(problem, objective, caps);
    const exact = await solve(stated);
    const outcome =
      exact.status === 'infeasible' ? await solve(formulate(problem, objective, caps.map(loosened))) : exact;
    if (outcome.status !== 'optimal') break;
    best = outcome.values;
    // Rounded up: a cap below the least by the last digit could not be met.
    const least = Math.ceil(outcome.value * 1e9 - 1e-3) / 1e9;
    caps.push({
      objective,
      most: Math.max(least, allowed[caps.length] ?? least),
    });
  }
  return { variables: stated.variables, values: dropIdle(problem, stated, best) };
}

/** A cap with room for rounding, where it could not be met to the last digit. */
const loosened = ({ objective, most }: AimCap): AimCap => ({
  objective,
  most: most + 1e-7 * Math.max(1, Math.abs(most)),
});

/** The model with each whole-number column fixed at its rounded value, as an LP. */
export function withIntegersFixed(model: LinearModel, values: Float64Array): LinearModel {
  const colLower = Float64Array.from(model.colLower);
  const colUpper = Float64Array.from(model.colUpper);
  model.integer.forEach((whole, column) => {
    if (whole) colLower[column] = colUpper[column] = Math.round(values[column]!);
  });
  return { ...model, colLower, colUpper, integer: new Uint8Array(model.integer.length) };
}
