import { brokenPart, TOLERANCE } from '../model/broken-part.ts';
import { type LinearModel, objectiveAt } from '../model/linear-model.ts';
import { branchAndBound, type Found, type Relax } from './branch-and-bound.ts';
import { dualBound, provesInfeasible } from './dual-bound.ts';
import { type Engine, type EngineHooks, type EngineLimits, isStopped, type Outcome } from './engine.ts';
import { type SimplexAnswer, solveBySimplex } from './js-simplex.ts';

/** The release of the pinned package; part of every plan. */
export const JAVASCRIPT_LP_SOLVER_VERSION = '1.0.3';

/** Columns times rows above which a model is refused: the tableau is dense, so that time and memory grow with this product. */
const LARGEST_MODEL = 1_000_000;

/** Pivots of one relaxation, per row and column, after which it is taken to run in circles. */
const MOST_PIVOTS = 50;
/** Least seconds between two progress reports. */
const PROGRESS_SECONDS = 0.2;

/**
 * javascript-lp-solver in this thread, for small models and as a cross-check of another engine. It brings the simplex; the search over
 * whole numbers is Gilde's own, since the package's gives no bound, cannot be stopped within a relaxation and returns a fractional point
 * as an answer when its time is over. Each relaxation is believed as far as its duals (or Farkas multipliers) prove it. There is no
 * presolve and nothing random. `now` is a clock in milliseconds.
 */
export function createJavascriptLpSolverEngine(now: () => number): Engine {
  return {
    name: 'javascript-lp-solver',
    version: JAVASCRIPT_LP_SOLVER_VERSION,
    refuses,
    async solve(model, limits, hooks, start) {
      const refused = refuses(model);
      if (refused !== undefined) return { status: 'undecided', limit: 'engine', reason: refused };
      const watch = watchOf(now, limits, hooks);
      const relax = relaxationsOf(model, watch);
      return model.integer.includes(1) ? search(model, limits, hooks, start, relax, watch) : solveLp(model, watch);
    },
  };
}

function refuses({ columns, rows }: LinearModel): string | undefined {
  if (columns.length * rows.length <= LARGEST_MODEL) return undefined;
  const most = LARGEST_MODEL.toLocaleString('en');
  return `the model has ${columns.length} columns × ${rows.length} rows; javascript-lp-solver takes at most ${most} (columns × rows)`;
}

/** What ends a solve from outside. */
interface Watch {
  readonly seconds: () => number;
  /** The limit that is reached, else undefined. */
  readonly reached: () => 'time' | 'interrupt' | undefined;
}

function watchOf(now: () => number, limits: EngineLimits, hooks: EngineHooks | undefined): Watch {
  const begun = now();
  const seconds = () => (now() - begun) / 1000;
  return {
    seconds,
    reached: () => {
      if (hooks && isStopped(hooks)) return 'interrupt';
      return seconds() >= limits.seconds ? 'time' : undefined;
    },
  };
}

/** The simplex within limits; one that runs in circles ends as an answer that proves nothing. */
function simplexOf(model: LinearModel, watch: Watch, lower: Float64Array, upper: Float64Array): SimplexAnswer {
  const most = MOST_PIVOTS * (model.columns.length + model.rows.length + 10);
  const answer = solveBySimplex(model, lower, upper, (pivots) => pivots > most || watch.reached() !== undefined);
  return answer.status === 'stopped' && watch.reached() === undefined ? { status: 'infeasible', proofs: [] } : answer;
}

/** Relaxations with what they prove, for the search. */
function relaxationsOf(model: LinearModel, watch: Watch): Relax {
  const relaxed = { ...model, integer: new Uint8Array(model.integer.length) };
  return (lower, upper) => {
    const within = { ...relaxed, colLower: lower, colUpper: upper };
    const answer = simplexOf(model, watch, lower, upper);
    switch (answer.status) {
      case 'stopped':
      case 'unbounded':
        return answer.status;
      case 'infeasible':
        return { bound: isEmpty(within, answer.proofs) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY };
      case 'optimal': {
        const bound = dualBound(within, answer.duals);
        return brokenPart(within, answer.values) === undefined ? { bound, values: answer.values } : { bound };
      }
    }
  };
}

const isEmpty = (model: LinearModel, proofs: readonly Float64Array[]): boolean =>
  model.colLower.some((lower, column) => lower > model.colUpper[column]!) ||
  proofs.some((proof) => provesInfeasible(model, proof));

const isProven = (value: number, bound: number): boolean => value - bound <= TOLERANCE * Math.max(1, Math.abs(value));

function solveLp(model: LinearModel, watch: Watch): Outcome {
  const answer = simplexOf(model, watch, model.colLower, model.colUpper);
  switch (answer.status) {
    case 'stopped':
      return { status: 'undecided', limit: watch.reached() ?? 'time', reason: 'the simplex was stopped' };
    case 'infeasible':
      if (isEmpty(model, answer.proofs)) return { status: 'infeasible' };
      return {
        status: 'undecided',
        limit: 'engine',
        reason: 'the simplex found no point and could not prove that there is none',
      };
    case 'unbounded':
      return { status: 'unbounded' };
    case 'optimal': {
      const { values, duals } = answer;
      const broken = brokenPart(model, values);
      if (broken !== undefined) return { status: 'undecided', limit: 'engine', reason: `the simplex breaks ${broken}` };
      const value = objectiveAt(model, values);
      const bound = Math.min(value, dualBound(model, duals));
      if (!isProven(value, bound)) return { status: 'feasible', value, bound, values, limit: 'engine' };
      return {
        status: 'optimal',
        value,
        bound: value,
        values,
        rowDuals: duals,
        columnDuals: reducedCosts(model, duals),
      };
    }
  }
}

/** c − πA. */
function reducedCosts(model: LinearModel, duals: Float64Array): Float64Array {
  const reduced = Float64Array.from(model.cost);
  duals.forEach((dual, row) => {
    for (let at = model.starts[row]!; at < model.starts[row + 1]!; at++)
      reduced[model.indices[at]!]! -= dual * model.values[at]!;
  });
  return reduced;
}

function search(
  model: LinearModel,
  limits: EngineLimits,
  hooks: EngineHooks | undefined,
  start: Float64Array | undefined,
  relax: Relax,
  watch: Watch,
): Outcome {
  let told = Number.NEGATIVE_INFINITY;
  let offered: Found['best'];
  const progress = (best: Found['best'], bound: number) => {
    const seconds = watch.seconds();
    if (seconds - told < PROGRESS_SECONDS) return;
    told = seconds;
    hooks?.progress?.({ incumbent: best?.value ?? null, bound: Number.isFinite(bound) ? bound : null, seconds });
    if (best !== undefined && best !== offered) hooks?.incumbent?.(best.values);
    offered = best;
  };
  return outcomeOf(branchAndBound({ model, limits, relax, start, progress }), limits, watch);
}

function outcomeOf({ best, bound, ended }: Found, limits: EngineLimits, watch: Watch): Outcome {
  const limit = ended === 'work' ? 'work' : ended === 'stopped' ? (watch.reached() ?? 'time') : 'engine';
  if (best === undefined) {
    if (bound === Number.POSITIVE_INFINITY) return { status: 'infeasible' };
    const reason = ended === 'unbounded' ? 'the relaxation is unbounded' : `no solution within the ${limit} limit`;
    return { status: 'undecided', limit, reason };
  }
  const { value, values } = best;
  const wanted = Math.max(limits.absoluteGap, limits.gap * Math.abs(value));
  const enough = value - bound <= wanted || isProven(value, bound) || ended === 'target';
  return enough ? { status: 'optimal', value, bound, values } : { status: 'feasible', value, bound, values, limit };
}
