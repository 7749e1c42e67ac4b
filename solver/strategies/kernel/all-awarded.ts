import { type Engine, type EngineLimits, isSolved } from '../../engines/engine.ts';
import type { LinearModel } from '../../model/linear-model.ts';
import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relaxationOf } from '../restrict.ts';
import { withIntegersFixed } from '../schedule.ts';
import { timeColumns } from './time-columns.ts';

/**
 * The model of a problem with every award, member and certificate of it; how often expansions are bought, when minimum orders are
 * placed and which prices are reached stays open, and so do, in parts, the periods in which suppliers begin to work and their onboardings start.
 */
export function allAwarded(problem: PlanningProblem, model: LinearModel, variables: Variables): LinearModel {
  const times = new Set(timeColumns(problem, variables));
  const open = new Set([
    ...boughtColumns(problem, variables).flat(),
    ...orderColumns(problem, variables).map(({ ordered }) => ordered),
    ...switchedTiers(problem, variables).map(({ full }) => full),
  ]);
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  const integer = Uint8Array.from(model.integer, (whole, column) => (whole && open.has(column) ? 1 : 0));
  model.integer.forEach((whole, column) => {
    if (whole && !open.has(column) && !times.has(column)) colLower[column] = colUpper[column] = 1;
  });
  return { ...model, colLower, colUpper, integer };
}

/** How many of each expansion are bought, period by period. */
const boughtColumns = ({ expansions }: PlanningProblem, variables: Variables): readonly (readonly number[])[] =>
  expansions.map(({ periods }, index) => periods.map((t) => variables.expanded(index, t)!));

/** Whether a minimum order is placed, with what is made for it, in each case. */
const orderColumns = ({ pairs, horizon }: PlanningProblem, variables: Variables) =>
  (variables.cases ?? [variables]).flatMap((own) =>
    pairs.flatMap(({ minimumOrder }, pair) =>
      Array.from({ length: minimumOrder > 0 ? horizon : 0 }, (_, at) => {
        const [ordered, produced] = [own.ordered(pair, at + 1), own.produced(pair, at + 1)];
        return ordered === undefined || produced === undefined ? [] : [{ ordered, produced, minimumOrder }];
      }).flat(),
    ),
  );

/** The tiers of prices that a whole number opens, with the tiers before each, in each case. */
function switchedTiers(problem: PlanningProblem, variables: Variables) {
  const found: { readonly full: number; readonly units: readonly number[]; readonly filled: number }[] = [];
  for (const [at, own] of (variables.cases ?? [variables]).entries()) {
    const { pairs, horizon } = problem.cases?.[at]?.problem ?? problem;
    pairs.forEach(({ breaks }, pair) => {
      for (let t = 1; breaks.length > 0 && t <= horizon; t++) {
        const tiers = own.tiers(pair, t);
        const units = tiers.map((tier) => tier.units);
        tiers.forEach(({ full }, k) => {
          if (full !== undefined) found.push({ full, units, filled: breaks[k]!.from });
        });
      }
    });
  }
  return found;
}

/**
 * For a point of the relaxation: prices are reached where its volume reaches them, who makes half a minimum order places one, and of an
 * expansion as many are there in each period as the rounded sum of those bought until then.
 */
export function readingOf(problem: PlanningProblem, variables: Variables): Reading {
  const tiers = switchedTiers(problem, variables);
  const orders = orderColumns(problem, variables);
  const bought = boughtColumns(problem, variables);
  return (values, round) =>
    new Map([
      ...tiers.map(({ full, units, filled }): [number, number] => {
        const volume = units.reduce((sum, column) => sum + values[column]!, 0);
        return [full, volume >= filled ? 1 : 0];
      }),
      ...orders.map(({ ordered, produced, minimumOrder }): [number, number] => [
        ordered,
        values[produced]! >= minimumOrder / 2 ? 1 : 0,
      ]),
      ...bought.flatMap((columns) => roundedSums(columns, values, round)),
    ]);
}

/** Whole numbers whose sums up to each column are the rounded sums at a point. */
function roundedSums(columns: readonly number[], values: Float64Array, round: Rounding): readonly [number, number][] {
  let [sum, placed] = [0, 0];
  return columns.map((column) => {
    sum += values[column]!;
    const more = round(sum) - placed;
    placed += more;
    return [column, more];
  });
}

type Rounding = (value: number) => number;

/** What some open columns are read as at a point, where rounding each by itself would be no good guess. */
type Reading = (values: Float64Array, round: Rounding) => ReadonlyMap<number, number>;

/** How a point is made whole, and of what the gap that this may cost is a share there: by default its objective. */
interface Guess {
  readonly read: Reading;
  readonly scale?: (values: Float64Array) => number;
  /** The best point of the model, or of one that leaves more open, where it is known: many numbers are read there first. */
  readonly near?: LinearSolution;
}

export interface LinearSolution {
  readonly value: number;
  readonly values: Float64Array;
}

/** A linear program is solved to its end, also where the time for a search would not do for it. */
const PROGRAM_SECONDS = 3600;

/** Open columns up to which their numbers are sought as whole ones, where rounding costs too much. */
const MOST_WHOLE = 300;

/** What many numbers that are read at a point nearby may cost before the model's own relaxation is asked, relative. */
const READ_NEARBY = 0.02;

/** Whole numbers; what the relaxation of those that are open comes to, and the best point with these numbers, where that is known already. */
export interface WholeNumbers {
  readonly numbers: Float64Array;
  readonly relaxed?: number;
  readonly point?: LinearSolution;
}

/**
 * Whole numbers for such a model: 1, and for what is open those of a point that is known nearby or of its relaxation, as `read` and rounded up, else rounded, where that costs
 * no more than the gap; else the best that a search finds which starts from these. Undefined where no numbers keep its rules, or none are
 * found.
 */
export async function wholeNumbers(
  model: LinearModel,
  engine: Engine,
  limits: EngineLimits,
  { read, scale, near }: Guess,
): Promise<WholeNumbers | undefined> {
  const open = [...model.integer.keys()].filter((column) => model.integer[column] === 1);
  if (open.length === 0) return { numbers: Float64Array.from(model.colLower) };
  const whole = (numberOf: (column: number) => number): Float64Array => {
    const all = Float64Array.from(model.colLower);
    for (const column of open) all[column] = numberOf(column);
    return all;
  };
  const program = (asked: LinearModel) =>
    engine.solve(asked, { ...limits, seconds: PROGRAM_SECONDS, presolve: true, simplex: true });
  const fitting = async (values: Float64Array) => {
    for (const round of [up, Math.round]) {
      const known = read(values, round);
      const numbers = whole((column) => known.get(column) ?? round(values[column]!));
      const fits = await program(withIntegersFixed(model, numbers));
      if (isSolved(fits)) return { point: fits, numbers };
    }
    return undefined;
  };
  const scaleOf = ({ value, values }: LinearSolution) => Math.abs(scale?.(values) ?? value);
  if (near && open.length > MOST_WHOLE) {
    const guess = await fitting(near.values);
    if (guess && guess.point.value - near.value <= READ_NEARBY * scaleOf(guess.point))
      return { ...guess, relaxed: near.value };
  }
  const relaxed = await program(relaxationOf(model));
  if (relaxed.status === 'infeasible') return undefined;
  const known = isSolved(relaxed) ? { relaxed: relaxed.value } : {};
  const guess = isSolved(relaxed) ? await fitting(relaxed.values) : undefined;
  if (guess && isSolved(relaxed)) {
    const { value } = guess.point;
    const room = limits.gap * scaleOf(guess.point) + EXACT * Math.max(1, Math.abs(value));
    if (open.length > MOST_WHOLE || value - relaxed.value <= room) return { ...guess, ...known };
  }
  const searched = await engine.solve(model, { ...limits, presolve: false }, undefined, guess?.point.values);
  if (isSolved(searched)) return { numbers: whole((column) => up(searched.values[column]!)), ...known };
  return guess && { ...guess, ...known };
}

/** What an engine may be off a whole number. */
const NOISE = 1e-5;

const up = (value: number): number => Math.ceil(value - NOISE);

/** What rounding may cost without being seen, relative. */
const EXACT = 1e-9;
