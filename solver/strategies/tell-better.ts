import { type Engine, type EngineHooks, isStopped } from '../engines/engine.ts';
import { blocksOf, variablesOf } from '../model/blocks.ts';
import { createModelBuilder } from '../model/model-builder.ts';
import { valueAt } from '../model/variables.ts';
import { aims } from '../objectives/index.ts';
import type { PlanningProblem } from '../problem.ts';
import { isBetter } from './better.ts';
import { createProven, type Proven } from './proven.ts';
import { schedule } from './schedule.ts';
import type { Decided, Found, PlanHooks, Solution } from './strategy.ts';

/** Least seconds between two better plans where none are stated. */
const EVERY_SECONDS = 2;

/** Who completes the better points of a search and tells them. */
export interface Telling extends Pick<Proven, 'shortfall' | 'cost'> {
  /** Keeps a point that satisfies the problem's rules, if it is the best so far, and begins to complete it where the time has come. */
  readonly offer: (values: Float64Array) => void;
  /** Offers a point; resolves when what is being completed has been told. `scheduled`: it is complete already. */
  readonly tell: (values: Float64Array, scheduled?: boolean) => Promise<void>;
  /** The shortfall is decided: how bad it may be from now on, as in {@link schedule}, and what was achieved. */
  readonly decided: (allowed: number, achieved: number) => void;
  /** The engine hooks of an aim, with its incumbents offered; what progress tells of its bound goes to `bound`. */
  readonly listening: (hooks: EngineHooks, bound?: (value: number) => void) => EngineHooks;
  /** Begins nothing more; resolves when what was begun is done with. */
  readonly close: () => Promise<void>;
  /** The answer, or the last plan told where a limit of time or a stop left something worse or nothing. */
  readonly atLeast: (decided: Decided) => Decided;
}

/** A point with the values of the aims there. */
interface Point {
  readonly values: Float64Array;
  readonly scheduled: boolean;
  readonly at: readonly number[];
}

/**
 * Completes the better points that a search comes across (quantities as {@link schedule} makes them) and tells each that is
 * lexicographically better than the one told before; undefined where nobody listens. Points that come while one is being completed or
 * before the interval is over wait, the best of them for the next chance: another point, a progress report, the end of an aim. Under an
 * engine that blocks its thread that is after the solve that found them. An error of the listener ends the search.
 */
export function tellBetter(problem: PlanningProblem, engine: Engine, hooks: PlanHooks): Telling | undefined {
  const { better, betterEvery = EVERY_SECONDS } = hooks;
  if (!better) return undefined;
  const measure = measureOf(problem);
  const proven = createProven(problem);
  let allowed: readonly number[] = [];
  let last: { readonly solution: Solution; readonly at: readonly number[] } | undefined;
  let ended = Number.NEGATIVE_INFINITY;
  let waiting: Point | undefined;
  let working: Promise<void> | undefined;
  let closed = false;

  const improves = (next: readonly number[], than: readonly number[] | undefined) =>
    than === undefined || isBetter(next, than, allowed[0] ?? Number.NEGATIVE_INFINITY);
  const isDue = () => !closed && !isStopped(hooks) && (!last || hooks.now() - ended >= betterEvery * 1000);

  async function complete({ values, scheduled }: Point): Promise<void> {
    const made = scheduled
      ? { variables: measure.variables, values }
      : await schedule(problem, engine, values, allowed);
    const at = measure.at(made.values);
    if (closed || !improves(at, last?.at)) return;
    last = { solution: made, at };
    await better!(foundOf(made, at));
  }
  const foundOf = (solution: Solution, at: readonly number[]): Found => ({
    status: 'feasible',
    solution,
    bounds: proven.boundsAt(at[0]!),
    hit: 'interrupt',
  });
  async function work(): Promise<void> {
    // Not within the call: an engine that blocks its thread makes it from inside a solve.
    await undefined;
    while (waiting && isDue()) {
      const point = waiting;
      waiting = undefined;
      // It came while another one was completed, which may be better.
      if (!improves(point.at, last?.at)) continue;
      await complete(point);
      ended = hooks.now();
    }
  }
  function begin(): void {
    if (working || !waiting || !isDue()) return;
    working = work().then(
      () => {
        working = undefined;
      },
      (error) => {
        closed = true;
        throw error;
      },
    );
    // The error is met where the search waits for what is told.
    working.catch(() => undefined);
  }
  function keep(values: Float64Array, scheduled: boolean): void {
    const at = measure.at(values);
    if (!closed && improves(at, last?.at) && improves(at, waiting?.at)) waiting = { values, scheduled, at };
    begin();
  }

  return {
    shortfall: proven.shortfall,
    cost: proven.cost,
    offer: (values) => keep(values, false),
    async tell(values, scheduled = false) {
      keep(values, scheduled);
      await working;
    },
    decided(most, achieved) {
      allowed = [most];
      proven.achieved(achieved);
    },
    listening: (told, bound) => ({
      ...told,
      incumbent: (values) => keep(values.slice(0, measure.columns), false),
      progress(event) {
        if (event.bound !== null) bound?.(event.bound);
        begin();
        told.progress?.(event);
      },
    }),
    async close() {
      closed = true;
      await working;
    },
    atLeast(decided) {
      if (!last) return decided;
      if (!('solution' in decided)) {
        const hit = decided.status === 'unknown' ? decided.hit : 'engine';
        return { ...foundOf(last.solution, last.at), hit };
      }
      // A search that ended by itself is within the wanted gap of every plan, and must not depend on who listened to it.
      if (decided.hit === null || decided.hit === 'work') return decided;
      return improves(last.at, measure.at(decided.solution.values)) ? { ...decided, solution: last.solution } : decided;
    },
  };
}

/** The values of the aims at a point. */
function measureOf(problem: PlanningProblem) {
  const builder = createModelBuilder();
  const variables = variablesOf(problem, blocksOf(problem, builder));
  const columns = builder.build([], 0).columns.length;
  const expressions = aims.map((aim) => aim.formulate(problem, variables));
  const at = (values: Float64Array): readonly number[] => expressions.map((expression) => valueAt(expression, values));
  return { variables, columns, at };
}
