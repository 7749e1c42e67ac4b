import type { Engine } from '../../engines/engine.ts';
import { type Formulated, formulate } from '../../formulate.ts';
import { objectiveAt } from '../../model/linear-model.ts';
import { valueAt } from '../../model/variables.ts';
import { narrowedTo } from '../../narrowed.ts';
import { aims } from '../../objectives/index.ts';
import { unprotected } from '../../objectives/unprotected.ts';
import type { PlanningProblem } from '../../problem.ts';
import { dropIdle } from '../drop-idle.ts';
import { schedule, withIntegersFixed } from '../schedule.ts';
import { exactWithin, limitsOf } from '../search.ts';
import type { Solution } from '../strategy.ts';
import { allAwarded } from './all-awarded.ts';
import { timeColumns } from './time-columns.ts';
import { type Timed, type TimeLimits, withTimes } from './times.ts';

/** A complete plan with the values of its aims. */
export interface Scheduled {
  readonly solution: Required<Solution>;
  readonly shortfall: number;
  readonly cost: number;
  /** Awarded pairs, as positions in the problem that was asked. */
  readonly awarded: readonly number[];
}

/** Least shortfall and then least cost with all pairs awarded, where whole numbers or times are open; undefined where none are. */
async function leastShort(
  problem: PlanningProblem,
  engine: Engine,
  limits: TimeLimits,
): Promise<Float64Array | undefined> {
  const [shortfall, cost] = [aims[0]!, aims[1]!];
  const stated = formulate(problem, shortfall);
  const isOpen = allAwarded(problem, stated.model, stated.variables).integer.includes(1);
  if (!isOpen && timeColumns(problem, stated.variables).length === 0) return undefined;
  const least = await withTimes(problem, engine, stated, limits);
  if (least === undefined) return undefined;
  const short = valueAt(shortfall.formulate(problem, stated.variables), least.values);
  const most = short + 1e-9 * Math.max(1, short);
  const capped = formulate(problem, cost, [{ objective: shortfall, most }]);
  const timed = await withTimes(problem, engine, capped, limits);
  return timed ? dropIdle(problem, capped, timed.values) : (await schedule(problem, engine, least.integers, [])).values;
}

/**
 * Of a point that is short enough: itself where outages leave least unprotected there already or time is up, else the cheapest where they do.
 * Undefined where it is too short.
 */
async function mostProtected(
  problem: PlanningProblem,
  engine: Engine,
  stated: Formulated,
  { values, integers }: Timed,
  { floor, seconds = PATIENT }: ScheduleTerms,
): Promise<Float64Array | undefined> {
  const [shortfall, cost] = [aims[0]!, aims[1]!];
  if (valueAt(shortfall.formulate(problem, stated.variables), values) > floor) return undefined;
  const asIs = () => dropIdle(problem, stated, values);
  const caps = [{ objective: shortfall, most: floor }];
  const solve = ({ model }: Formulated) =>
    engine.solve(withIntegersFixed(model, integers), { ...exactWithin(problem, seconds()), simplex: true });
  const least = await solve(formulate(problem, unprotected, caps));
  if (least.status !== 'optimal') return asIs();
  const most = least.value + ALIKE * Math.max(1, least.value);
  if (valueAt(unprotected.formulate(problem, stated.variables), values) <= most) return asIs();
  const capped = formulate(problem, cost, [...caps, { objective: unprotected, most }]);
  const cheapest = await solve(capped);
  return cheapest.status === 'optimal' ? dropIdle(problem, capped, cheapest.values) : asIs();
}

/** What outages leave unprotected up to this is none. */
const EXACT = 1e-8;

/** What outages leave unprotected is the same where it differs by less, relative or of a unit. */
const ALIKE = 1e-6;

/** Share of all time that one search for the numbers of expansions may take. */
const EXPANDING = 0.1;

/** A unit delivered is worth more than this many that outages leave unprotected, each of which counts once for every outage. */
const SERVED = 50;

/** Seconds for a linear program where none are stated. */
const PATIENT = () => 3600;

/** What the shortfall of a schedule may be. */
export interface ScheduleTerms {
  /** Up to this shortfall only cost counts: no plan has less, or it is tolerated. */
  readonly floor: number;
  /** The same of what outages leave unprotected; 0 where it is not stated. */
  readonly unprotectedFloor?: number;
  /** Euro for a weighted unit of shortfall that more than outweighs what it saves. */
  readonly premium: number;
  /** Where it is short, that is all that is asked: the first program's shortfall, without the search for the least. */
  readonly whole?: boolean;
  /** Seconds that are left, asked before each program; absent: as many as it takes. */
  readonly seconds?: () => number;
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
  terms: ScheduleTerms,
): Promise<Scheduled | undefined> {
  const { floor, unprotectedFloor = 0, premium, whole = false, seconds = PATIENT } = terms;
  const own = narrowedTo(problem, awarded);
  const [shortfallAim, costAim] = [aims[0]!, aims[1]!];
  const stated = formulate(own, costAim);
  const short = shortfallAim.formulate(own, stated.variables);
  const cost = Float64Array.from(stated.model.cost);
  for (const { column, value } of short.terms) cost[column]! += premium * value;
  const open = unprotected.formulate(own, stated.variables);
  for (const { column, value } of open.terms) cost[column]! += (premium / SERVED) * value;
  const { gap, timeLimit } = problem.scenario.solve;
  const limits = {
    exact: { ...exactWithin(problem, seconds()), simplex: true },
    searching: { ...limitsOf(problem, EXPANDING * timeLimit), gap: gap / 4 },
  };
  const priced = { ...stated, model: { ...stated.model, cost } };
  const scale = (values: Float64Array) => objectiveAt(stated.model, values);
  const timed = await withTimes(own, engine, priced, { ...limits, scale });
  if (timed === undefined) return undefined;
  const enough =
    whole || (valueAt(short, timed.values) <= floor && valueAt(open, timed.values) <= unprotectedFloor + EXACT);
  const least = () =>
    own.outages ? mostProtected(own, engine, stated, timed, terms) : leastShort(own, engine, limits);
  const values = enough
    ? dropIdle(own, stated, timed.values)
    : ((await least()) ?? (await schedule(own, engine, timed.values, [], { seconds })).values);
  return {
    solution: { problem: own, variables: stated.variables, values },
    shortfall: valueAt(short, values),
    cost: objectiveAt(stated.model, values),
    awarded: [...new Set(awarded)]
      .sort((left, right) => left - right)
      .filter((_, at) => values[stated.variables.awarded(at)]! > 0.5),
  };
}
