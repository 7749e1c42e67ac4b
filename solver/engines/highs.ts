import highsLoader, { type Model } from 'highs';
import type { LinearModel } from '../model/linear-model.ts';
import type { Engine, EngineHooks, EngineLimits, Outcome } from './engine.ts';
import { type HighsEnds, type InterruptedBy, watchHighs } from './highs-callbacks.ts';
import type { Highs } from './highs-instance.ts';

/** The HiGHS release that the pinned package carries; part of every plan. */
export const HIGHS_VERSION = '1.15.3';

/** Columns and rows up to which linear programs share an instance: a fresh one takes longer than such a program. */
const FEW = 20_000;

/** Solves after which a shared instance is given up, so that its memory does not fray for ever. */
const MOST_SHARED = 1000;

/**
 * HiGHS in this thread: `solve` blocks until it ends. Each solve gets a fresh instance, because its memory never shrinks; linear programs that are
 * too small to matter to that share one.
 */
export function createHighsEngine(load: () => Promise<Highs> = () => highsLoader(), ends?: HighsEnds): Engine {
  let shared: { readonly highs: Promise<Highs>; uses: number } | undefined;
  const instanceFor = (model: LinearModel): Promise<Highs> => {
    if (isMip(model) || model.columns.length + model.rows.length > FEW) return load();
    if (!shared || shared.uses >= MOST_SHARED) shared = { highs: load(), uses: 0 };
    shared.uses += 1;
    return shared.highs;
  };
  return {
    name: 'highs',
    version: HIGHS_VERSION,
    async solve(model, limits, hooks, start) {
      if (model.columns.length === 0) return solveWithoutColumns(model);
      try {
        return await solveOnce(await instanceFor(model), model, limits, hooks, start, ends);
      } catch (error) {
        // What has failed once may be broken for all that follow.
        shared = undefined;
        // A memory or native fault of the engine is an answer to the caller; its text can be a whole wasm source line.
        return { status: 'undecided', limit: 'engine', reason: String(error).slice(0, 300) };
      }
    },
  };
}

/** Without columns every row is 0: the model holds when 0 lies within all row bounds. */
function solveWithoutColumns(model: LinearModel): Outcome {
  const holds = model.rowLower.every((lower, row) => lower <= 0 && model.rowUpper[row]! >= 0);
  if (!holds) return { status: 'infeasible' };
  return { status: 'optimal', value: model.offset, bound: model.offset, values: new Float64Array(0) };
}

async function solveOnce(
  highs: Highs,
  model: LinearModel,
  limits: EngineLimits,
  hooks: EngineHooks | undefined,
  start: Float64Array | undefined,
  ends: HighsEnds | undefined,
): Promise<Outcome> {
  const instance = highs.createModel({
    sense: highs.constants.objectiveSense.minimize,
    numCols: model.columns.length,
    numRows: model.rows.length,
    offset: model.offset,
    colCost: model.cost,
    colLower: model.colLower,
    colUpper: model.colUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr',
      numRows: model.rows.length,
      numCols: model.columns.length,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(isMip(model) ? { integrality: integrality(highs, model) } : {}),
  });
  try {
    instance.options.set(optionsOf(model, limits, ends));
    if (start && isMip(model)) instance.setSolution({ colValue: start });
    const watch = watchHighs(highs, hooks, ends);
    // A linear program tells nothing on its way: it is only asked whether to stop.
    const isWatched = isMip(model) || hooks?.stop !== undefined || ends !== undefined;
    const { modelStatus } = instance.run(isWatched ? watch.callbacks : {});
    return outcomeOf(highs, instance, model, modelStatus, watch.ended());
  } finally {
    instance.dispose();
  }
}

const isMip = (model: LinearModel): boolean => model.integer.includes(1);

function integrality(highs: Highs, model: LinearModel) {
  const { continuous, integer } = highs.constants.variableType;
  return Array.from(model.integer, (whole) => (whole ? integer : continuous));
}

/** Rows above which interior points with crossover solve these staircase models several times faster than simplex. */
const MANY_ROWS = 4000;

/**
 * Columns up to which integers are not jumped at first for any solution: the jumps of HiGHS take some 15 ms whatever the model, several
 * times what branching then takes for the best one.
 */
const FEW_COLUMNS = 500;

function optionsOf(model: LinearModel, limits: EngineLimits, ends: HighsEnds | undefined) {
  const interior = model.rows.length > MANY_ROWS && limits.simplex !== true;
  return {
    ...(isMip(model) ? { mip_lp_solver: interior ? 'ipm' : 'simplex' } : { solver: interior ? 'ipm' : 'simplex' }),
    output_flag: false,
    ...(model.columns.length <= FEW_COLUMNS ? { mip_heuristic_run_feasibility_jump: false } : {}),
    presolve: limits.presolve ? 'on' : 'off',
    mip_rel_gap: limits.gap,
    mip_abs_gap: limits.absoluteGap,
    time_limit: limits.seconds,
    random_seed: limits.seed,
    // A proposal (with presolve) is found sooner at a finer tolerance; where an answer must stand, HiGHS has gone wrong with it.
    ...(limits.presolve ? { mip_feasibility_tolerance: 1e-7 } : {}),
    ...(limits.target === undefined ? {} : { objective_target: limits.target }),
    ...(limits.work === undefined ? {} : { mip_max_nodes: limits.work }),
    ...(ends && { simplex_iteration_limit: ends.simplex, ipm_iteration_limit: ends.interior }),
  };
}

/**
 * The one place where HiGHS statuses become outcomes; a status not known here is `undecided` with its raw number. `interrupted` says
 * which limit a callback saw when it interrupted the solve.
 */
function outcomeOf(
  highs: Highs,
  instance: Model,
  model: LinearModel,
  status: number,
  interrupted: InterruptedBy,
): Outcome {
  const known = highs.constants.modelStatus;
  switch (status) {
    case known.optimal:
    case known.objectiveTarget:
    case known.empty: {
      const value = instance.getObjectiveValue();
      const { colValue, rowDual, colDual } = instance.getSolution();
      if (!isMip(model)) {
        return { status: 'optimal', value, bound: value, values: colValue, rowDuals: rowDual, columnDuals: colDual };
      }
      return { status: 'optimal', value, bound: mipBound(instance, value), values: colValue };
    }
    case known.infeasible:
      return { status: 'infeasible' };
    case known.unbounded:
      return { status: 'unbounded' };
    case known.timeLimit:
      return limited(instance, model, 'time');
    case known.iterationLimit:
    case known.solutionLimit:
      return limited(instance, model, 'work');
    case known.interrupted:
      return limited(instance, model, interrupted);
    default:
      return { status: 'undecided', limit: 'engine', reason: `HiGHS model status ${status}` };
  }
}

const mipBound = (instance: Model, value: number): number =>
  Math.min(value, Number(instance.info.get('mip_dual_bound')));

function limited(instance: Model, model: LinearModel, limit: 'time' | InterruptedBy): Outcome {
  const feasible = Number(instance.info.get('primal_solution_status')) === 2;
  if (!feasible || !isMip(model))
    return { status: 'undecided', limit, reason: `no solution within the ${limit} limit` };
  const value = instance.getObjectiveValue();
  return {
    status: 'feasible',
    value,
    bound: mipBound(instance, value),
    values: instance.getSolution().colValue,
    limit,
  };
}
