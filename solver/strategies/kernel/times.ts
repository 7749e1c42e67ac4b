import { hoursWorked, NO_HOURS } from '../../constraints/hours-worked.ts';
import { type Engine, type EngineLimits, isSolved } from '../../engines/engine.ts';
import type { Formulated } from '../../formulate.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';
import { withIntegersFixed } from '../schedule.ts';

/** A point with every pair awarded, and the whole-number values that it stands on. */
export interface Timed {
  readonly integers: Float64Array;
  readonly values: Float64Array;
}

/** The columns that say when a supplier begins to work, by candidate; empty where no rule asks. */
export const begunColumns = (
  { candidates, horizon }: PlanningProblem,
  variables: Variables,
): readonly (readonly number[])[] =>
  candidates.map((_, candidate) =>
    Array.from({ length: horizon }, (_, t) => variables.begun(candidate, t + 1)).filter(
      (column) => column !== undefined,
    ),
  );

/** The model with these columns free of their whole-number demand. */
export function freed(model: LinearModel, columns: readonly number[]): LinearModel {
  const integer = Uint8Array.from(model.integer);
  for (const column of columns) integer[column] = 0;
  return { ...model, integer };
}

/** What the objective of a schedule may be above that of its relaxation before other times are tried, relative. */
const NEAR = 1e-3;

/**
 * The best quantities with every pair of the problem awarded, as linear programs. Where a rule makes it matter when a supplier begins to
 * work, that is read off the relaxation, in which it does not matter; where those times cost much, each supplier's first possible period
 * is tried instead. Undefined where the awards break a rule.
 */
export async function withTimes(
  problem: PlanningProblem,
  engine: Engine,
  { model, variables }: Formulated,
  limits: EngineLimits,
): Promise<Timed | undefined> {
  const ones = Float64Array.from(model.integer);
  const solved = async (integers: Float64Array, free: readonly number[] = []) => {
    const outcome = await engine.solve(withIntegersFixed(freed(model, free), integers), limits);
    return isSolved(outcome) ? { integers, values: outcome.values, value: outcome.value } : undefined;
  };
  const begun = begunColumns(problem, variables);
  if (begun.every((columns) => columns.length === 0)) return solved(ones);
  const relaxed = await solved(ones, begun.flat());
  if (relaxed === undefined) return undefined;
  const read = await solved(begunAt(problem, variables, relaxed));
  if (read && read.value <= relaxed.value + NEAR * Math.abs(relaxed.value)) return read;
  const earliest = await solved(ones);
  return !read || (earliest && earliest.value < read.value) ? earliest : read;
}

/** The whole-number values with each supplier beginning where it does at a point. */
function begunAt(problem: PlanningProblem, variables: Variables, { integers, values }: Timed): Float64Array {
  const at = Float64Array.from(integers);
  const decision = {
    problem,
    produced: problem.pairs.map((_, pair) =>
      Float64Array.from({ length: problem.horizon + 1 }, (_, t) =>
        t === 0 ? 0 : (values[variables.produced(pair, t) ?? -1] ?? 0),
      ),
    ),
  };
  problem.candidates.forEach((_, candidate) => {
    const first = hoursWorked(decision, candidate).findIndex((hours) => hours > NO_HOURS);
    for (let t = 1; t < first; t++) {
      const column = variables.begun(candidate, t);
      if (column !== undefined) at[column] = 0;
    }
  });
  return at;
}
