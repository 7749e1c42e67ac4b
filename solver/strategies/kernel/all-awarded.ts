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
  for (const { full } of switchedTiers(problem, variables)) open.add(full);
  const [colLower, colUpper] = [Float64Array.from(model.colLower), Float64Array.from(model.colUpper)];
  const integer = Uint8Array.from(model.integer, (whole, column) => (whole && open.has(column) ? 1 : 0));
  model.integer.forEach((whole, column) => {
    if (whole && !open.has(column) && !times.has(column)) colLower[column] = colUpper[column] = 1;
  });
  return { ...model, colLower, colUpper, integer };
}

/** The tiers of prices that a whole number opens, with the tiers before each. */
function switchedTiers({ pairs, horizon }: PlanningProblem, variables: Variables) {
  const found: { readonly full: number; readonly units: readonly number[]; readonly filled: number }[] = [];
  pairs.forEach(({ breaks }, pair) => {
    for (let t = 1; breaks.length > 0 && t <= horizon; t++) {
      const tiers = variables.tiers(pair, t);
      const units = tiers.map((tier) => tier.units);
      tiers.forEach(({ full }, k) => {
        if (full !== undefined) found.push({ full, units, filled: breaks[k]!.from });
      });
    }
  });
  return found;
}

/**
 * For a point of the relaxation: prices are reached where its volume reaches them, who makes half a minimum order places one, and of an
 * expansion as many are there in each period as the rounded sum of those bought until then.
 */
export function readingOf(problem: PlanningProblem, variables: Variables): Reading {
  const tiers = switchedTiers(problem, variables);
  const orders = problem.pairs.flatMap(({ minimumOrder }, pair) =>
    Array.from({ length: minimumOrder > 0 ? problem.horizon : 0 }, (_, t) => {
      const [ordered, produced] = [variables.ordered(pair, t + 1), variables.produced(pair, t + 1)];
      return ordered === undefined || produced === undefined ? [] : [{ ordered, produced, enough: minimumOrder / 2 }];
    }).flat(),
  );
  const bought = problem.expansions.map(({ periods }, index) => periods.map((t) => variables.expanded(index, t)!));
  return (values, round) =>
    new Map([
      ...tiers.map(({ full, units, filled }): [number, number] => {
        const volume = units.reduce((sum, column) => sum + values[column]!, 0);
        return [full, volume >= filled ? 1 : 0];
      }),
      ...orders.map(({ ordered, produced, enough }): [number, number] => [
        ordered,
        values[produced]! >= enough ? 1 : 0,
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

/** What some open columns are read as at a point, where rounding up would be no good guess. */
export type Reading = (values: Float64Array, round: Rounding) => ReadonlyMap<number, number>;

/** Limits of a search for whole numbers. */
export interface SearchLimits extends EngineLimits {
  /** Of what the relative gap is a share, at a point; by default the objective there. */
  readonly scale?: (values: Float64Array) => number;
}

/** Open columns up to which their numbers are sought as whole ones, where rounding costs too much. */
const MOST_WHOLE = 300;

/**
 * Whole numbers for such a model: 1, and for what is open those of its relaxation, rounded up or as `read`, where that costs no more than
 * the gap; else the best that a search finds which starts from these. Undefined where no numbers keep its rules, or none are found.
 */
export async function wholeNumbers(
  model: LinearModel,
  engine: Engine,
  { scale, ...limits }: SearchLimits,
  read: Reading,
): Promise<Float64Array | undefined> {
  const open = [...model.integer.keys()].filter((column) => model.integer[column] === 1);
  const whole = (values: Float64Array, round: Rounding, known: ReadonlyMap<number, number>) => {
    const all = Float64Array.from(model.colLower);
    for (const column of open) all[column] = known.get(column) ?? round(values[column]!);
    return all;
  };
  if (open.length === 0) return Float64Array.from(model.colLower);
  const program = (asked: LinearModel) => engine.solve(asked, { ...limits, presolve: true, simplex: true });
  const relaxed = await program(relaxationOf(model));
  if (relaxed.status === 'infeasible') return undefined;
  let found: { readonly guess: Float64Array; readonly values: Float64Array; readonly value: number } | undefined;
  for (const round of isSolved(relaxed) ? [up, Math.round] : []) {
    const { values } = relaxed as { readonly values: Float64Array };
    const guess = whole(values, round, read(values, round));
    const fits = await program(withIntegersFixed(model, guess));
    if (isSolved(fits)) found = { guess, values: fits.values, value: fits.value };
    if (found) break;
  }
  if (found && isSolved(relaxed)) {
    const { guess, values, value } = found;
    const room = limits.gap * Math.abs(scale?.(values) ?? value) + EXACT * Math.max(1, Math.abs(value));
    if (open.length > MOST_WHOLE || value - relaxed.value <= room) return guess;
  }
  const searched = await engine.solve(model, { ...limits, presolve: false }, undefined, found?.values);
  return isSolved(searched) ? whole(searched.values, up, new Map()) : found?.guess;
}

/** What an engine may be off a whole number. */
const NOISE = 1e-5;

const up = (value: number): number => Math.ceil(value - NOISE);

/** What rounding may cost without being seen, relative. */
const EXACT = 1e-9;
