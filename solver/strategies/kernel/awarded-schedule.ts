import { type Engine, type EngineLimits, isSolved } from '../../engines/engine.ts';
import { formulate } from '../../formulate.ts';
import { objectiveAt } from '../../model/linear-model.ts';
import { valueAt } from '../../model/variables.ts';
import { narrowedTo } from '../../narrowed.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { dropIdle } from '../drop-idle.ts';
import { schedule } from '../schedule.ts';
import { exactWithin, limitsOf } from '../search.ts';
import type { Solution } from '../strategy.ts';
import { allAwarded, reachedPrices, wholeNumbers } from './all-awarded.ts';
import { type Fixed, fixedAt, withTimes } from './times.ts';

/** A complete plan with the values of its aims. */
export interface Scheduled {
  readonly solution: Required<Solution>;
  readonly shortfall: number;
  readonly cost: number;
  /** Awarded pairs, as positions in the problem that was asked. */
  readonly awarded: readonly number[];
}

/** Whole numbers for the least shortfall, and for the least cost with it, where some are open; times stand as they are. */
async function leastShort(
  problem: PlanningProblem,
  engine: Engine,
  limits: EngineLimits,
  times: Fixed,
): Promise<Float64Array | undefined> {
  const [shortfall, cost] = [aims[0]!, aims[1]!];
  const short = formulate(problem, shortfall);
  const open = fixedAt(allAwarded(problem, short.model, short.variables), times);
  if (!open.integer.includes(1)) return undefined;
  const least = await engine.solve(open, { ...limits, presolve: false });
  if (!isSolved(least)) return undefined;
  const most = least.value + 1e-9 * Math.max(1, least.value);
  const { model, variables } = formulate(problem, cost, [{ objective: shortfall, most }]);
  return wholeNumbers(
    fixedAt(allAwarded(problem, model, variables), times),
    engine,
    limits,
    reachedPrices(problem, variables),
  );
}

/** Share of all time that one search for the numbers of expansions may take. */
const EXPANDING = 0.1;

/** What the shortfall of a schedule may be. */
export interface ScheduleTerms {
  /** Up to this shortfall only cost counts: no plan has less, or it is tolerated. */
  readonly floor: number;
  /** Euro for a weighted unit of shortfall that more than outweighs what it saves. */
  readonly premium: number;
  /** Where it is short, that is all that is asked: the first program's shortfall, without the search for the least. */
  readonly whole?: boolean;
}

/**
 * The best quantities over all periods with exactly these pairs awarded, every rule present, as linear programs over their columns alone,
 * after a search for how often their suppliers expand: least shortfall, then least cost. First both at once, the shortfall at a premium: where it then is at its floor, that is the answer.
 * Undefined where the awards break a rule.
 */
export async function scheduleAwarded(
  problem: PlanningProblem,
  engine: Engine,
  awarded: readonly number[],
  { floor, premium, whole = false }: ScheduleTerms,
): Promise<Scheduled | undefined> {
  const own = narrowedTo(problem, awarded);
  const [shortfallAim, costAim] = [aims[0]!, aims[1]!];
  const stated = formulate(own, costAim);
  const short = shortfallAim.formulate(own, stated.variables);
  const cost = Float64Array.from(stated.model.cost);
  for (const { column, value } of short.terms) cost[column]! += premium * value;
  const { gap, timeLimit } = problem.scenario.solve;
  const searching = { ...limitsOf(problem, EXPANDING * timeLimit), gap: gap / 4 };
  const limits = { exact: { ...exactWithin(problem, 3600), simplex: true }, searching };
  const timed = await withTimes(own, engine, { ...stated, model: { ...stated.model, cost } }, limits);
  if (timed === undefined) return undefined;
  const enough = whole || valueAt(short, timed.values) <= floor;
  const { values } = enough
    ? { values: dropIdle(own, stated, timed.values) }
    : await schedule(own, engine, (await leastShort(own, engine, searching, timed.times)) ?? timed.integers, []);
  return {
    solution: { problem: own, variables: stated.variables, values },
    shortfall: valueAt(short, values),
    cost: objectiveAt(stated.model, values),
    awarded: [...new Set(awarded)]
      .sort((left, right) => left - right)
      .filter((_, at) => values[stated.variables.awarded(at)]! > 0.5),
  };
}
