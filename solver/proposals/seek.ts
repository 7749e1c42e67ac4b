import type { Plan, PlanLimits } from '../../scenarios/domain/plan.ts';
import { type Engine, type EngineHooks, type EngineLimits, isSolved } from '../engines/engine.ts';
import { type AimCap, formulate } from '../formulate.ts';
import { largestAt, type Row, withLargest, withRows } from '../model/extended-model.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { cost } from '../objectives/cost.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Start } from '../strategies/decide-aim.ts';
import { schedule } from '../strategies/schedule.ts';
import { hooksOf, limitsOf, startAt } from '../strategies/search.ts';
import type { PlanHooks, Solution } from '../strategies/strategy.ts';
import { membersOf, type Purpose } from './purpose.ts';
import { columnsOf, PRECISION, searchLeast } from './search.ts';

type Hit = PlanLimits['hit'];

/** A proposal that is there already. */
export interface Earlier {
  readonly plan: Plan;
  /** Values of the problem's columns; absent where the plan is of a narrower problem. */
  readonly values?: Float64Array;
  /** Units by pair and period. */
  readonly produced: readonly Float64Array[];
}

/** Within what a proposal is sought. */
export interface Room {
  readonly problem: PlanningProblem;
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  /** Told where the search for the least measure stands. */
  readonly measured: NonNullable<EngineHooks['progress']>;
  /** The shortfall at most as the cheapest plan's, the cost at most as allowed. */
  readonly caps: { readonly shortfall: AimCap; readonly cost: AimCap };
  /** The shortfall that the cost may use up: −∞ where none is tolerated. */
  readonly shortfallAllowed: number;
  readonly earlier: readonly Earlier[];
  /** True: the values of earlier proposals do not satisfy this problem, so that the search begins from nothing. */
  readonly cold?: boolean;
  /** Whole-number columns below which a model goes to the engine as it is; default as in the strategy `monolithic`. */
  readonly few?: number;
}

/** How the search for a proposal ended; `bound` is what no plan in the room can beat. */
export type Sought =
  | {
      readonly status: 'found';
      readonly solution: Solution;
      readonly bound: number;
      /** Of the cost, among the plans with this measure. */
      readonly costBound: number;
      /** Of learning: both bounds at the hours for a unit of the pass that found it; the others hold whatever is learnt. */
      readonly conditional?: { readonly bound: number; readonly costBound: number };
      readonly hit: Hit;
    }
  /** Nothing better was found than an earlier proposal: its position. */
  | { readonly status: 'met'; readonly by: number; readonly value: number; readonly bound: number; readonly hit: Hit }
  | { readonly status: 'impossible' }
  | { readonly status: 'undecided'; readonly hit: Hit };

/**
 * The plan of least measure with shortfall and cost capped; then the cheapest among those of that measure; then its exact quantities.
 * An ε-constraint model (Haimes, Lasdon & Wismer, IEEE Trans. SMC 1, 1971), solved as the strategy `monolithic` solves an aim.
 */
export async function seek(purpose: Purpose, room: Room): Promise<Sought> {
  const { problem, engine, hooks, caps } = room;
  const begun = hooks.now();
  const spent = () => (hooks.now() - begun) / 1000;
  const isCost = purpose.aim === 'cost';
  const { model, variables, rows, parts, best, least } = await searchMeasure(purpose, room, isCost ? 1 : 1 / 2);
  if (least.outcome.status === 'infeasible') return { status: 'impossible' };
  if (!isSolved(least.outcome)) {
    const hit = least.outcome.status === 'undecided' ? least.outcome.limit : 'engine';
    return best
      ? { status: 'met', by: best.position, value: best.value, bound: least.bound, hit }
      : { status: 'undecided', hit };
  }
  const hit = least.outcome.status === 'feasible' ? least.outcome.limit : null;
  const { value } = least.outcome;
  if (best && value > best.value - worthwhile(purpose, best.value, problem)) {
    return { status: 'met', by: best.position, value: best.value, bound: least.bound, hit };
  }

  const values = least.outcome.values.slice(0, model.columns.length);
  const kept = parts.map(
    (expression, part): Row => ({ name: `keep|${part}`, expression, upper: most(purpose, value) }),
  );
  const cheaper = isCost ? undefined : await cheapestWith(room, [...rows, ...kept], values, spent);
  const ceiling: Row = { name: 'ceiling', expression: cost.formulate(problem, variables), upper: caps.cost.most };
  const solution = await schedule(problem, engine, cheaper?.values ?? values, [room.shortfallAllowed], {
    narrowed: (capped: LinearModel) => withRows(capped, [...rows, ...kept, ceiling]),
  });
  return {
    status: 'found',
    solution,
    bound: least.bound,
    costBound: cheaper?.bound ?? least.bound,
    hit: hit ?? cheaper?.hit ?? null,
  };
}

/** The search for the least measure, within a share of the scenario's time. */
async function searchMeasure(purpose: Purpose, room: Room, share: number) {
  const { problem, hooks, caps } = room;
  const { model, variables } = formulate(problem, null, [caps.shortfall, caps.cost]);
  const parts = purpose.parts(problem, variables);
  const members = room.earlier.map(({ plan }) => membersOf(plan));
  const rows = purpose.rows(problem, variables, members);
  const measuring = withLargest(withRows(model, rows), parts);
  const best = rows.length > 0 ? undefined : bestOf(purpose, room);
  const from = best && !room.cold ? room.earlier[best.position]!.values : undefined;
  const least = await searchLeast(room, measuring, from && startOf(measuring, parts, from), {
    limits: measureLimits(purpose, limitsOf(problem, problem.scenario.solve.timeLimit * share)),
    hooks: { ...(hooks.stop ? { stop: hooks.stop } : {}), progress: room.measured },
    whole: purpose.unit === 'firms',
    ...(best ? { near: columnsOf(problem, variables, members[best.position]!) } : {}),
  });
  return { model, variables, parts, rows, best, least };
}

/** What no plan in the room can beat in a measure; undefined: there is no plan in it. */
export async function boundOnMeasure(purpose: Purpose, room: Room): Promise<number | undefined> {
  const { least } = await searchMeasure(purpose, { ...room, cold: true }, 1);
  return least.outcome.status === 'infeasible' ? undefined : least.bound;
}

/** The earlier proposal with the least measure. */
export function bestOf(
  purpose: Purpose,
  { problem, earlier }: Pick<Room, 'problem' | 'earlier'>,
): { readonly position: number; readonly value: number } {
  const measures = earlier.map(({ plan }) => purpose.measure(plan, problem.scenario));
  const value = Math.min(...measures);
  return { position: measures.indexOf(value), value };
}

/** The least improvement that makes another proposal: one firm, or the wanted gap. */
const worthwhile = (purpose: Purpose, value: number, { scenario }: PlanningProblem): number =>
  purpose.unit === 'firms' ? 0.5 : Math.max(scenario.solve.gap, PRECISION) * Math.max(1, Math.abs(value));

/** The cap on a measure after it was found, with numerical room for the last digits. */
const most = (purpose: Purpose, value: number): number =>
  purpose.unit === 'firms' ? Math.round(value) : value + (PRECISION * Math.max(1, Math.abs(value))) / 10;

/** A count is proven within less than one. */
const measureLimits = (purpose: Purpose, limits: EngineLimits): EngineLimits =>
  purpose.unit === 'firms' ? { ...limits, absoluteGap: 1 - PRECISION } : limits;

function startOf(model: LinearModel, parts: Parameters<typeof largestAt>[0], values: Float64Array): Start {
  const value = largestAt(parts, values);
  const wider = model.columns.length > values.length;
  return { value, values: wider ? Float64Array.from([...values, value]) : values };
}

/** The cheapest plan with some rows more, from one that satisfies them. */
async function cheapestWith(room: Room, rows: readonly Row[], values: Float64Array, spent: () => number) {
  const { problem, caps, hooks } = room;
  const model = withRows(formulate(problem, cost, [caps.shortfall, caps.cost]).model, rows);
  const limits = limitsOf(problem, Math.max(1, problem.scenario.solve.timeLimit - spent()));
  const search = { limits, hooks: hooksOf(cost, hooks, spent), whole: false };
  const { outcome, bound } = await searchLeast(room, model, startAt(model, values), search);
  if (outcome.status === 'optimal') return { values: outcome.values, bound, hit: null };
  if (outcome.status === 'feasible') return { values: outcome.values, bound, hit: outcome.limit };
  return { values, bound, hit: outcome.status === 'undecided' ? outcome.limit : ('engine' as const) };
}
