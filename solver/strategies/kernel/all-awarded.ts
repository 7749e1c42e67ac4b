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

/** For a point of the relaxation: prices are reached where its volume reaches them. */
export function reachedPrices(problem: PlanningProblem, variables: Variables): Reading {
  const tiers = switchedTiers(problem, variables);
  return (values) =>
    new Map(
      tiers.map(({ full, units, filled }) => {
        const volume = units.reduce((sum, column) => sum + values[column]!, 0);
        return [full, volume >= filled ? 1 : 0];
      }),
    );
}

/** What some open columns are read as at a point, where rounding up would be no good guess. */
export type Reading = (values: Float64Array) => ReadonlyMap<number, number>;

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
  const roundedUp = (values: Float64Array, known: ReadonlyMap<number, number> = new Map()): Float64Array => {
    const all = Float64Array.from(model.colLower);
    for (const column of open) all[column] = known.get(column) ?? Math.ceil(values[column]! - NOISE);
    return all;
  };
  if (open.length === 0) return roundedUp(model.colLower);
  const program = (asked: LinearModel) => engine.solve(asked, { ...limits, presolve: false, simplex: true });
  const relaxed = await program(relaxationOf(model));
  if (relaxed.status === 'infeasible') return undefined;
  const guess = isSolved(relaxed) ? roundedUp(relaxed.values, read(relaxed.values)) : undefined;
  const fits = guess && (await program(withIntegersFixed(model, guess)));
  const start = fits && isSolved(fits) ? fits : undefined;
  if (guess && start && isSolved(relaxed)) {
    const room =
      limits.gap * Math.abs(scale?.(start.values) ?? start.value) + EXACT * Math.max(1, Math.abs(start.value));
    if (open.length > MOST_WHOLE || start.value - relaxed.value <= room) return guess;
  }
  const searched = await engine.solve(model, { ...limits, presolve: false }, undefined, start?.values);
  if (isSolved(searched)) return roundedUp(searched.values);
  return start && guess;
}

/** What an engine may be off a whole number. */
const NOISE = 1e-5;

/** What rounding may cost without being seen, relative. */
const EXACT = 1e-9;
