import type { Engine, EngineHooks, EngineLimits, Outcome } from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { relativeGap } from '../relative-gap.ts';

/** Whole-number columns below which a model goes to the engine as it is. */
const FEW_INTEGERS = 150;
/** How often the restricted model is widened before the whole model is searched. */
const WIDENINGS = 2;

type Solved = Extract<Outcome, { status: 'optimal' | 'feasible' }>;

/** What deciding one aim needs; `spent` tells the seconds used since it began. */
export interface AimTask {
  readonly model: LinearModel;
  readonly engine: Engine;
  readonly limits: EngineLimits;
  readonly hooks: EngineHooks;
  readonly start: Float64Array | undefined;
  readonly spent: () => number;
}

/**
 * Solves one aim to the wanted gap. A small model goes to the engine whole. A large one is relaxed first: its LP value bounds every plan,
 * and the columns that the relaxation uses, then the next cheapest by reduced cost, make a much smaller model whose best plan is often
 * within the gap (kernel search: Angelelli, Mansini & Speranza, Computers & Operations Research 37, 2010). If not, the whole model is searched from it.
 */
export async function decideAim(task: AimTask): Promise<Outcome> {
  const { model, engine, limits, hooks, start, spent } = task;
  const left = () => ({ ...limits, seconds: Math.max(1, limits.seconds - spent()) });
  if (model.integer.reduce((sum, whole) => sum + whole, 0) < FEW_INTEGERS)
    return engine.solve(model, limits, hooks, start);

  const relaxed = await engine.solve({ ...model, integer: new Uint8Array(model.integer.length) }, left(), hooks);
  if (relaxed.status !== 'optimal') {
    return relaxed.status === 'feasible' ? engine.solve(model, left(), hooks, start) : relaxed;
  }
  const bound = relaxed.value;
  hooks.progress?.({ incumbent: null, bound, seconds: spent() });

  let best: Solved | undefined;
  const bounded = { ...hooks, progress: boundedProgress(hooks, bound) };
  for (let widening = 0; widening <= WIDENINGS; widening++) {
    const kept = keptColumns(model, relaxed, best?.values ?? start, widening);
    const target = bound / (1 - Math.sign(bound) * limits.gap);
    const outcome = await engine.solve(
      without(model, kept),
      { ...left(), gap: limits.gap / 4, target },
      bounded,
      best?.values ?? start,
    );
    if (isSolved(outcome) && (!best || outcome.value < best.value)) best = outcome;
    if (best && relativeGap(best.value, bound) <= limits.gap)
      return { status: 'optimal', value: best.value, bound, values: best.values };
    if (best?.status === 'feasible' && best.limit !== 'work') return { ...best, bound };
  }
  const whole = await engine.solve(model, left(), bounded, best?.values ?? start);
  if (!isSolved(whole))
    return best ? { status: 'feasible', value: best.value, bound, values: best.values, limit: limitOf(whole) } : whole;
  return { ...whole, bound: Math.min(whole.value, Math.max(whole.bound, bound)) };
}

const isSolved = (outcome: Outcome): outcome is Solved => outcome.status === 'optimal' || outcome.status === 'feasible';

const limitOf = (outcome: Outcome) => (outcome.status === 'undecided' ? outcome.limit : 'engine');

/** The bound of a restricted model is not one of the whole; the relaxation's is. */
const boundedProgress =
  (hooks: EngineHooks, bound: number): NonNullable<EngineHooks['progress']> =>
  (event) =>
    hooks.progress?.({ ...event, bound });

/**
 * Whole-number columns of a restricted model: those that the relaxation or the start uses, and for each widening as many again of the
 * cheapest others by reduced cost (ties by column order).
 */
function keptColumns(
  model: LinearModel,
  relaxed: Extract<Outcome, { status: 'optimal' }>,
  start: Float64Array | undefined,
  widening: number,
): ReadonlySet<number> {
  const whole = [...model.integer.keys()].filter((column) => model.integer[column]);
  const used = whole.filter((column) => relaxed.values[column]! > 1e-6 || (start?.[column] ?? 0) > 0.5);
  const kept = new Set(used);
  const price = (column: number) => relaxed.columnDuals?.[column] ?? 0;
  const others = whole
    .filter((column) => !kept.has(column))
    .sort((left, right) => price(left) - price(right) || left - right);
  for (const column of others.slice(0, widening * used.length)) kept.add(column);
  return kept;
}

/** The model with every other whole-number column that may be zero fixed there. */
function without(model: LinearModel, kept: ReadonlySet<number>): LinearModel {
  const colUpper = Float64Array.from(model.colUpper);
  model.integer.forEach((whole, column) => {
    if (whole && !kept.has(column)) colUpper[column] = Math.max(0, model.colLower[column]!);
  });
  return { ...model, colUpper };
}
