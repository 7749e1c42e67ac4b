import { hoursWorked, NO_HOURS } from '../../constraints/hours-worked.ts';
import { type Engine, type EngineLimits, isSolved } from '../../engines/engine.ts';
import type { Formulated } from '../../formulate.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';
import { withIntegersFixed } from '../schedule.ts';
import { onboardingOrder } from './onboarding-order.ts';

/** A point with every pair awarded, and the whole-number values that it stands on. */
interface Timed {
  readonly integers: Float64Array;
  readonly values: Float64Array;
}

type ColumnOf = (candidate: number, t: number) => number | undefined;

/** Columns of periods by candidate; empty where no rule asks for them. */
const perCandidate = ({ candidates, horizon }: PlanningProblem, column: ColumnOf): readonly (readonly number[])[] =>
  candidates.map((_, candidate) => Array.from({ length: horizon }, (_, t) => column(candidate, t + 1) ?? []).flat());

/** The columns that say when a supplier begins to work. */
export const begunColumns = (problem: PlanningProblem, variables: Variables): readonly number[] =>
  perCandidate(problem, variables.begun).flat();

/** The columns that say when a supplier begins to work and when its onboarding starts. */
export const timeColumns = (problem: PlanningProblem, variables: Variables): readonly number[] => [
  ...begunColumns(problem, variables),
  ...perCandidate(problem, variables.started).flat(),
];

/** The model with these columns free of their whole-number demand. */
export function freed(model: LinearModel, columns: readonly number[]): LinearModel {
  const integer = Uint8Array.from(model.integer);
  for (const column of columns) integer[column] = 0;
  return { ...model, integer };
}

/** What the objective of a schedule may be above that of its relaxation before other times are tried, relative. */
const NEAR = 1e-3;

/**
 * The best quantities with every pair of the problem awarded, as linear programs. Where rules make it matter when an onboarding starts or
 * a supplier begins to work, relaxations tell in which order onboardings start, and then who begins when; where the latter costs much,
 * each supplier's first possible period is tried instead. Undefined where the awards break a rule.
 */
export async function withTimes(
  problem: PlanningProblem,
  engine: Engine,
  { model, variables }: Formulated,
  limits: EngineLimits,
): Promise<Timed | undefined> {
  const solved = async (integers: Float64Array, free: readonly number[] = []) => {
    const outcome = await engine.solve(withIntegersFixed(freed(model, free), integers), limits);
    return isSolved(outcome) ? { integers, values: outcome.values, value: outcome.value } : undefined;
  };
  const begun = begunColumns(problem, variables);
  const times = timeColumns(problem, variables);
  const ones = Float64Array.from(model.integer);
  if (times.length === 0) return solved(ones);
  const inParts = await solved(ones, times);
  const integers = inParts && startsAt(problem, variables, inParts);
  if (integers === undefined) return undefined;
  if (begun.length === 0) return solved(integers);
  const relaxed = begun.length < times.length ? await solved(integers, begun) : inParts;
  if (relaxed === undefined) return undefined;
  const read = await solved(begunAt(problem, variables, relaxed));
  if (read && read.value <= relaxed.value + NEAR * Math.abs(relaxed.value)) return read;
  const earliest = await solved(integers);
  return !read || (earliest && earliest.value < read.value) ? earliest : read;
}

/** The whole-number values with each onboarding starting in its turn, ordered by when it starts on average at a point. */
function startsAt(
  problem: PlanningProblem,
  variables: Variables,
  { integers, values }: Timed,
): Float64Array | undefined {
  const columns = perCandidate(problem, variables.started);
  const starts = onboardingOrder(problem, (candidate) =>
    columns[candidate]!.reduce((sum, column, at) => sum + (at + 1) * values[column]!, 0),
  );
  if (starts === undefined) return undefined;
  const at = Float64Array.from(integers);
  for (const column of columns.flat()) at[column] = 0;
  for (const [candidate, start] of starts) at[columns[candidate]![start - 1]!] = 1;
  return at;
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
