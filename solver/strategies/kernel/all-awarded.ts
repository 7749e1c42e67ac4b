import { type Engine, type EngineLimits, isSolved } from '../../engines/engine.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';
import { withIntegersFixed } from '../schedule.ts';
import { timeColumns } from './time-columns.ts';

/**
 * The model of a problem with every award, member and certificate of it; how often expansions are bought and when minimum orders are
 * placed stays open, and so do, in parts, the periods in which suppliers begin to work and their onboardings start.
 */
export function allAwarded(problem: PlanningProblem, model: LinearModel, variables: Variables): LinearModel {
  const { expansions, pairs, horizon } = problem;
  const times = new Set(timeColumns(problem, variables));
  const open = new Set<number>(
    expansions.flatMap(({ periods }, index) => periods.map((t) => variables.expanded(index, t)!)),
  );
  pairs.forEach(({ minimumOrder }, pair) => {
    for (let t = 1; minimumOrder > 0 && t <= horizon; t++) {
      const column = variables.ordered(pair, t);
      if (column !== undefined) open.add(column);
    }
  });
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  const integer = Uint8Array.from(model.integer, (whole, column) => (whole && open.has(column) ? 1 : 0));
  model.integer.forEach((whole, column) => {
    if (whole && !open.has(column) && !times.has(column)) colLower[column] = colUpper[column] = 1;
  });
  return { ...model, colLower, colUpper, integer };
}

/** Limits of a search for whole numbers. */
export interface SearchLimits extends EngineLimits {
  /** Of what the relative gap is a share, at a point; by default the objective there. */
  readonly scale?: (values: Float64Array) => number;
}

/** Open columns up to which their numbers are sought as whole ones, where rounding costs too much. */
const MOST_WHOLE = 300;

/**
 * Whole numbers for such a model: 1, and for what is open those of its relaxation rounded up, where that costs no more than the gap; else
 * the best that a search finds which starts from these. Undefined where no numbers keep its rules, or none are found.
 */
export async function wholeNumbers(
  model: LinearModel,
  engine: Engine,
  { scale, ...limits }: SearchLimits,
): Promise<Float64Array | undefined> {
  const open = [...model.integer.keys()].filter((column) => model.integer[column] === 1);
  const roundedUp = (values: Float64Array): Float64Array => {
    const all = Float64Array.from(model.colLower);
    for (const column of open) all[column] = Math.ceil(values[column]! - NOISE);
    return all;
  };
  if (open.length === 0) return roundedUp(model.colLower);
  const program = (asked: LinearModel) => engine.solve(asked, { ...limits, presolve: false, simplex: true });
  const relaxed = await program(relaxationOf(model));
  if (relaxed.status === 'infeasible') return undefined;
  const fits = isSolved(relaxed) && (await program(withIntegersFixed(model, roundedUp(relaxed.values))));
  const start = fits && isSolved(fits) ? fits : undefined;
  if (start && isSolved(relaxed)) {
    const room =
      limits.gap * Math.abs(scale?.(start.values) ?? start.value) + EXACT * Math.max(1, Math.abs(start.value));
    if (open.length > MOST_WHOLE || start.value - relaxed.value <= room) return roundedUp(relaxed.values);
  }
  const searched = await engine.solve(model, { ...limits, presolve: false }, undefined, start?.values);
  if (isSolved(searched)) return roundedUp(searched.values);
  return start && roundedUp(start.values);
}

/** What an engine may be off a whole number. */
const NOISE = 1e-5;

/** What rounding may cost without being seen, relative. */
const EXACT = 1e-9;
