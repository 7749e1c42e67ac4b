import {
  type Engine,
  type EngineHooks,
  type EngineLimits,
  isSolved,
  isStopped,
  type Outcome,
} from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { relativeGap } from '../relative-gap.ts';
import { kernelColumns, type Relaxed, restrictedTo } from './restrict.ts';

/** How often the restricted model is widened before the whole model is searched. */
const WIDENINGS = 2;

/** A point that satisfies the model, with its value. */
export interface Start {
  readonly values: Float64Array;
  readonly value: number;
}

/** What deciding one aim needs; `spent` tells the seconds used since it began. */
export interface AimTask {
  readonly model: LinearModel;
  readonly engine: Engine;
  readonly limits: EngineLimits;
  readonly hooks: EngineHooks;
  readonly start: Start | undefined;
  /** The model without its whole-number demands, solved; absent for a small model, which goes to the engine as it is. */
  readonly relaxed: Relaxed | undefined;
  readonly spent: () => number;
  /** Told of a better point on the way, not of the last. */
  readonly found?: (values: Float64Array) => Promise<void>;
}

/**
 * Solves one aim to the wanted gap. The relaxation of a large model bounds every plan, and the columns that it uses, then the next
 * cheapest by reduced cost, make a much smaller model whose best plan is often within the gap (kernel search: Angelelli, Mansini &
 * Speranza, Computers & Operations Research 37, 2010). If not, the whole model is searched from the best plan found. A search whose
 * bound or "infeasible" counts runs without presolve: HiGHS 1.15 has gone wrong there. After a stop the best plan known is the answer.
 */
export async function decideAim(task: AimTask): Promise<Outcome> {
  const { model, engine, limits, relaxed, spent } = task;
  const left = () => ({ ...limits, seconds: Math.max(1, limits.seconds - spent()) });
  const stopped = () => isStopped(task.hooks);
  if (task.start && stopped()) return leftBy('interrupt', task.start, relaxed?.value ?? Number.NEGATIVE_INFINITY);
  if (!relaxed) return engine.solve(model, { ...limits, presolve: false }, task.hooks, task.start?.values);

  const bound = relaxed.value;
  const hooks = { ...task.hooks, progress: boundedProgress(task.hooks, bound) };
  let best: Start | undefined = task.start;
  const enough = () => best !== undefined && isEnough(best.value, bound, limits);
  for (let widening = 0; widening <= WIDENINGS && !enough() && spent() < limits.seconds; widening++) {
    const kernel = kernelColumns(model, relaxed, best?.values, widening);
    const target = bound + Math.max(limits.absoluteGap, limits.gap * Math.abs(bound));
    const tighter = { ...left(), gap: limits.gap / 4, target };
    const outcome = await engine.solve(restrictedTo(model, kernel), tighter, hooks, best?.values);
    if (isSolved(outcome) && (!best || outcome.value < best.value)) {
      best = outcome;
      if (!enough()) await task.found?.(outcome.values);
    }
    if (stopped()) break;
  }
  if (best && enough())
    return { status: 'optimal', value: best.value, bound: Math.min(bound, best.value), values: best.values };
  if (best && stopped()) return leftBy('interrupt', best, bound);
  const whole = await engine.solve(model, { ...left(), presolve: false }, hooks, best?.values);
  if (isSolved(whole)) {
    const { value, values } = best && best.value < whole.value ? best : whole;
    return { ...whole, value, values, bound: Math.min(value, Math.max(whole.bound, bound)) };
  }
  if (!best) return whole;
  return leftBy(whole.status === 'undecided' ? whole.limit : 'engine', best, bound);
}

type Feasible = Extract<Outcome, { status: 'feasible' }>;

/** The best plan that is known where a limit ended the search. */
const leftBy = (limit: Feasible['limit'], { value, values }: Start, bound: number): Feasible => ({
  ...{ status: 'feasible', value, values, limit },
  bound: Math.min(bound, value),
});

/** True when a value is within the wanted relative or absolute gap of its bound. */
export const isEnough = (value: number, bound: number, limits: EngineLimits): boolean =>
  relativeGap(value, bound) <= limits.gap || value - bound <= limits.absoluteGap;

/** The bound of a restricted model is not one of the whole; the relaxation's is. */
const boundedProgress =
  (hooks: EngineHooks, bound: number): NonNullable<EngineHooks['progress']> =>
  (event) =>
    hooks.progress?.({ ...event, bound });
