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

/** Open columns up to which their numbers are sought as whole ones. */
const MOST_WHOLE = 300;

/**
 * Whole numbers for such a model: 1, and for what is open those that serve it best; those of its relaxation rounded up, prices by the volume that they have there, where there are
 * very many of them and that keeps the rules, or where no others are found. Undefined where no numbers keep its rules.
 */
export async function wholeNumbers(
  model: LinearModel,
  engine: Engine,
  limits: EngineLimits,
  read: Reading,
): Promise<Float64Array | undefined> {
  const all = Float64Array.from(model.colLower);
  const open = [...model.integer.keys()].filter((column) => model.integer[column] === 1);
  if (open.length === 0) return all;
  const solve = (asked: LinearModel) => engine.solve(asked, { ...limits, presolve: false });
  const rounded = (
    { values }: { readonly values: Float64Array },
    known?: ReadonlyMap<number, number>,
  ): Float64Array => {
    for (const column of open) all[column] = known?.get(column) ?? Math.ceil(values[column]! - NOISE);
    return all;
  };
  const isMany = open.length > MOST_WHOLE;
  const whole = isMany ? undefined : await solve(model);
  if (whole && whole.status !== 'undecided') return isSolved(whole) ? rounded(whole) : undefined;
  const relaxed = await solve(relaxationOf(model));
  if (!isSolved(relaxed)) return undefined;
  const fits = await solve(withIntegersFixed(model, rounded(relaxed, read(relaxed.values))));
  if (isSolved(fits)) return all;
  const last = isMany ? await solve(model) : undefined;
  return last && isSolved(last) ? rounded(last) : undefined;
}

/** What an engine may be off a whole number. */
const NOISE = 1e-5;
