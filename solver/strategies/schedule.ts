import type { Engine } from '../engines/engine.ts';
import { type AimCap, formulate } from '../formulate.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { aims } from '../objectives/index.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Solution } from './strategy.ts';

/**
 * With the whole-number decisions of `values` fixed, the cheapest quantities over all periods: a plain LP with every rule present.
 * The caps on earlier aims are tried from the first to the last, tightest first; if rounding has made all infeasible, the values
 * stand as they are.
 */
export async function schedule(
  problem: PlanningProblem,
  engine: Engine,
  caps: readonly (readonly AimCap[])[],
  values: Float64Array,
): Promise<Solution> {
  const limits = { gap: 0, absoluteGap: 0, seconds: 3600, seed: problem.scenario.solve.seed, presolve: true };
  for (const most of caps) {
    const { model, variables } = formulate(problem, aims.at(-1)!, most);
    const outcome = await engine.solve(withIntegersFixed(model, values), limits);
    if (outcome.status === 'optimal') return { variables, values: outcome.values };
  }
  return { variables: formulate(problem, aims.at(-1)!).variables, values };
}

/** The model with each whole-number column fixed at its rounded value, as an LP. */
export function withIntegersFixed(model: LinearModel, values: Float64Array): LinearModel {
  const colLower = Float64Array.from(model.colLower);
  const colUpper = Float64Array.from(model.colUpper);
  model.integer.forEach((whole, column) => {
    if (whole) colLower[column] = colUpper[column] = Math.round(values[column]!);
  });
  return { ...model, colLower, colUpper, integer: new Uint8Array(model.integer.length) };
}
