import { type Engine, type EngineLimits, isSolved } from '../../engines/engine.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';

/** The model of a problem with every award, member and certificate of it; how often expansions are bought stays open. */
export function allAwarded({ expansions }: PlanningProblem, model: LinearModel, variables: Variables): LinearModel {
  const open = new Set(expansions.flatMap(({ periods }, index) => periods.map((t) => variables.expanded(index, t)!)));
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  const integer = Uint8Array.from(model.integer, (whole, column) => (whole && open.has(column) ? 1 : 0));
  model.integer.forEach((whole, column) => {
    if (whole && !open.has(column)) colLower[column] = colUpper[column] = 1;
  });
  return { ...model, colLower, colUpper, integer };
}

/** Columns of expansions up to which their numbers are sought as whole ones. */
const MOST_WHOLE = 300;

/**
 * Whole numbers for such a model: 1, and for expansions those that serve it best; those of its relaxation rounded up where there are
 * very many, or no others are found. Undefined where no numbers keep its rules.
 */
export async function wholeNumbers(
  model: LinearModel,
  engine: Engine,
  limits: EngineLimits,
): Promise<Float64Array | undefined> {
  const all = Float64Array.from(model.colLower);
  const open = [...model.integer.keys()].filter((column) => model.integer[column] === 1);
  if (open.length === 0) return all;
  const solve = (asked: LinearModel) => engine.solve(asked, { ...limits, presolve: false });
  const whole = open.length > MOST_WHOLE ? undefined : await solve(model);
  const outcome = whole && whole.status !== 'undecided' ? whole : await solve(relaxationOf(model));
  if (!isSolved(outcome)) return undefined;
  for (const column of open) all[column] = Math.ceil(outcome.values[column]! - NOISE);
  return all;
}

/** What an engine may be off a whole number. */
const NOISE = 1e-5;
