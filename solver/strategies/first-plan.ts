import { type Engine, type EngineHooks, type EngineLimits, isSolved, type Outcome } from '../engines/engine.ts';
import { type AimCap, formulate } from '../formulate.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { withSlack } from '../model/with-slack.ts';
import { aims } from '../objectives/index.ts';
import type { PlanningProblem } from '../problem.ts';
import { integersOf, neighbourhoodOf, type Relaxed, relaxationOf } from './restrict.ts';
import { schedule } from './schedule.ts';
import type { Solution } from './strategy.ts';
import type { Telling } from './tell-better.ts';

/** How many times the relaxation's price of a missing product is paid for one in the first plan. */
const PREMIUM = 10;

/** Bounds of both aims from relaxations, and a first plan that is cheap and hardly short. */
export interface FirstPlan {
  readonly shortfall: Relaxed;
  /** Of the cost, where the shortfall is at most `most`. */
  readonly cost: Relaxed;
  readonly most: number;
  /** A plan with exact quantities, if one was found. */
  readonly solution: Solution | undefined;
}

/**
 * For a large model: relax the shortfall; relax the cost where the shortfall is at that bound; then, with what is whole there fixed,
 * seek the cheapest plan in which each product missing beyond the bound is paid dearly. Such a plan exists whatever is missing, and when
 * nothing is missing beyond the bound it proves the first aim and starts the second. Undefined for a model with fewer whole-number
 * columns than `few`, or where a relaxation is not solved: an infeasible one is left to the strategy, which confirms and explains it.
 * The plan and what leads to it are told where somebody listens.
 */
export async function firstPlan(
  problem: PlanningProblem,
  engine: Engine,
  limits: EngineLimits,
  hooks: EngineHooks,
  spent: () => number,
  few: number,
  telling?: Telling,
): Promise<FirstPlan | undefined> {
  const [shortfallAim, costAim] = [aims[0]!, aims[1]!];
  const short = formulate(problem, shortfallAim).model;
  if (integersOf(short) < few) return undefined;
  const left = () => ({ ...limits, seconds: Math.max(1, limits.seconds - spent()) });

  const shortfall = await engine.solve(relaxationOf(short), left(), hooks);
  if (shortfall.status !== 'optimal') return undefined;
  telling?.shortfall(shortfall.value);
  const most = shortfall.value + shortfallAim.tolerance(problem) + limits.absoluteGap;
  const cap: AimCap = { objective: shortfallAim, most };
  const capped = formulate(problem, costAim, [cap]).model;
  const cost = await engine.solve(relaxationOf(capped), left(), hooks);
  if (cost.status !== 'optimal') return undefined;
  telling?.cost(cost.value, most);

  // The last row, the cap, may be exceeded at a price.
  const price = PREMIUM * Math.max(1, Math.abs(cost.rowDuals?.at(-1) ?? 0));
  const elastic = withSlack(capped, [{ row: capped.rows.length - 1, value: -1, price }]);
  const half = { ...left(), gap: limits.gap / 10, seconds: left().seconds / 2 };
  const told = telling?.listening(hooks) ?? hooks;
  const outcome = await engine.solve(neighbourhoodOf(elastic, cost), half, {
    ...told,
    progress: (event) => told.progress?.({ ...event, bound: cost.value }),
  });
  const point = pointOf(outcome, capped);
  if (!point) return { shortfall, cost, most, solution: undefined };
  // The decisions may serve more than the search did within its gap.
  const solution = await schedule(problem, engine, point, []);
  await telling?.tell(solution.values, true);
  return { shortfall, cost, most, solution };
}

const pointOf = (outcome: Outcome, model: LinearModel): Float64Array | undefined =>
  isSolved(outcome) ? outcome.values.slice(0, model.columns.length) : undefined;
