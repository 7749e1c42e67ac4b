import { hoursWorked, NO_HOURS } from '../../constraints/hours-worked.ts';
import { type Engine, type EngineLimits, isSolved } from '../../engines/engine.ts';
import type { Formulated } from '../../formulate.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';
import { withIntegersFixed } from '../schedule.ts';
import { allAwarded, type LinearSolution, readingOf, wholeNumbers } from './all-awarded.ts';
import { onboardingOrder } from './onboarding-order.ts';
import { begunColumns, perCandidate, timeColumns } from './time-columns.ts';

/** A point with every pair awarded, and the whole-number values that it stands on. */
export interface Timed {
  readonly integers: Float64Array;
  readonly values: Float64Array;
}

/** Columns and the values at which they are to stand. */
type Fixed = ReadonlyMap<number, number>;

/** Limits of a linear program, and of a search for whole numbers. */
export interface TimeLimits {
  readonly exact: EngineLimits;
  readonly searching: EngineLimits;
  /** Of what the relative gap of a search is a share, at a point; by default the objective there. */
  readonly scale?: (values: Float64Array) => number;
}

/** The model with these columns at these values. */
function fixedAt(model: LinearModel, fixed: Fixed): LinearModel {
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  for (const [column, value] of fixed) colLower[column] = colUpper[column] = value;
  return { ...model, colLower, colUpper };
}

/** The model with these columns as whole numbers. */
function wholeAt(model: LinearModel, columns: readonly number[]): LinearModel {
  const integer = Uint8Array.from(model.integer);
  for (const column of columns) integer[column] = 1;
  return { ...model, integer };
}

/** What the objective of a schedule may be above that of its relaxation before other times are tried, relative. */
const NEAR = 1e-3;

/** Times up to which they are sought as the whole numbers that they are. */
const MOST_WHOLE = 200;

/**
 * The best quantities with every pair of the problem awarded: linear programs, after a search for how often suppliers expand and when
 * minimum orders are placed. Where rules make it matter when an onboarding starts or a supplier begins to work, the search is for these
 * too; where they are many, the relaxation tells in which order onboardings start and who begins when; where these times cost much, each
 * supplier's first possible period is tried too.
 * Undefined where the awards break a rule.
 */
export async function withTimes(
  problem: PlanningProblem,
  engine: Engine,
  { model, variables }: Formulated,
  { exact, searching, scale }: TimeLimits,
): Promise<Timed | undefined> {
  const awarded = allAwarded(problem, model, variables);
  const read = readingOf(problem, variables);
  const inParts = async (fixed: Fixed) => {
    const outcome = await engine.solve(relaxationOf(fixedAt(awarded, fixed)), exact);
    return isSolved(outcome) ? outcome : undefined;
  };
  const exactly = async (whole: LinearModel, integers: Float64Array) => {
    const outcome = await engine.solve(withIntegersFixed(whole, integers), exact);
    return isSolved(outcome) ? { integers, values: outcome.values, value: outcome.value } : undefined;
  };
  const solved = async (fixed: Fixed, near?: LinearSolution) => {
    const timed = fixedAt(awarded, fixed);
    const guess = { read, ...(scale && { scale }), ...(near && { near }) };
    const found = await wholeNumbers(timed, engine, searching, guess);
    if (!found) return undefined;
    const { numbers: integers, point } = found;
    const best = point ? { integers, ...point } : await exactly(timed, integers);
    return best && { ...best, relaxed: found.relaxed ?? best.value };
  };
  const begun = begunColumns(problem, variables);
  const times = timeColumns(problem, variables);
  if (times.length === 0) return solved(new Map());
  if (times.length <= MOST_WHOLE) {
    const whole = wholeAt(awarded, times);
    const searched = await engine.solve(whole, { ...searching, presolve: false });
    if (isSolved(searched)) return exactly(whole, searched.values);
    if (searched.status === 'infeasible') return undefined;
  }
  const free = await inParts(new Map());
  const starts = free && startsAt(problem, variables, free.values);
  if (free === undefined || starts === undefined) return undefined;
  if (begun.length === 0) return solved(starts, free);
  const likely = await solved(new Map([...starts, ...begunAt(problem, variables, free.values)]), free);
  // What whole numbers cost beside is not the times' doing.
  if (likely && likely.relaxed <= free.value + NEAR * Math.abs(free.value)) return likely;
  const earliest = await solved(new Map([...starts, ...begun.map((column) => [column, 1] as const)]));
  return !likely || (earliest && earliest.value < likely.value) ? earliest : likely;
}

/** Each onboarding starting in its turn, ordered by when it starts on average at a point. */
function startsAt(problem: PlanningProblem, variables: Variables, values: Float64Array): Fixed | undefined {
  const columns = perCandidate(problem, variables.started);
  const starts = onboardingOrder(problem, (candidate) =>
    columns[candidate]!.reduce((sum, column, at) => sum + (at + 1) * values[column]!, 0),
  );
  if (starts === undefined) return undefined;
  const fixed = new Map(columns.flat().map((column) => [column, 0]));
  for (const [candidate, start] of starts) fixed.set(columns[candidate]![start - 1]!, 1);
  return fixed;
}

/** Each supplier beginning where it does at a point, in each case. */
function begunAt(problem: PlanningProblem, variables: Variables, values: Float64Array): Fixed {
  const fixed = new Map(begunColumns(problem, variables).map((column) => [column, 1]));
  for (const own of variables.cases ?? [variables]) {
    const decision = {
      problem,
      produced: problem.pairs.map((_, pair) =>
        Float64Array.from({ length: problem.horizon + 1 }, (_, t) =>
          t === 0 ? 0 : (values[own.produced(pair, t) ?? -1] ?? 0),
        ),
      ),
    };
    problem.candidates.forEach((_, candidate) => {
      const first = hoursWorked(decision, candidate).findIndex((hours) => hours > NO_HOURS);
      for (let t = 1; t < first; t++) {
        const column = own.begun(candidate, t);
        if (column !== undefined) fixed.set(column, 0);
      }
    });
  }
  return fixed;
}
