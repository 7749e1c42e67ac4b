import type { LinearModel } from '../model/linear-model.ts';

/** The engines that a planner can ask for; the first is the default. */
export const ENGINE_NAMES = ['highs', 'javascript-lp-solver'] as const;

/** The name of an engine. */
export type EngineName = (typeof ENGINE_NAMES)[number];

/** Limits of one solve; whatever is reached first ends it. */
export interface EngineLimits {
  /** Relative gap at which the solve may stop: (value − bound) ÷ |value|. */
  readonly gap: number;
  /** Absolute gap at which the solve may stop. */
  readonly absoluteGap: number;
  /** Wall-clock seconds. */
  readonly seconds: number;
  /** Branch-and-bound nodes; the same on every machine. Absent: none. */
  readonly work?: number;
  /** Objective at which a whole-number solve may stop, whatever its bound. */
  readonly target?: number;
  readonly seed: number;
  /** Presolve is where solvers have gone wrong: false where the answer must stand, true where it is only a proposal. */
  readonly presolve: boolean;
  /** Linear programs by the simplex method whatever their size: for models where that is known to be faster than interior points. */
  readonly simplex?: boolean;
}

/** Where a running solve stands. */
export interface EngineProgress {
  /** Objective of the best solution; null before the first. */
  readonly incumbent: number | null;
  /** Proven bound; null before the first. */
  readonly bound: number | null;
  readonly seconds: number;
}

/** Hooks of a running solve; all optional. */
export interface EngineHooks {
  readonly progress?: (progress: EngineProgress) => void;
  /**
   * Told the values of a better solution while a model with whole-number columns is solved, in the order of its columns. Not of each:
   * only of the latest where several come within a moment, and perhaps of none. An engine that blocks its thread calls from within the
   * solve, where no other solve can begin.
   */
  readonly incumbent?: (values: Float64Array) => void;
  /** Becomes non-zero at index 0 when the solve should stop and keep its best solution. */
  readonly stop?: Int32Array;
}

/** True once whoever asked for a solve wants it to stop. */
export const isStopped = ({ stop }: Pick<EngineHooks, 'stop'>): boolean =>
  stop !== undefined && Atomics.load(stop, 0) !== 0;

/** How a solve ended. Values are in the order of the model's columns. */
export type Outcome =
  | {
      readonly status: 'optimal';
      readonly value: number;
      readonly bound: number;
      readonly values: Float64Array;
      readonly rowDuals?: Float64Array;
      /** Reduced cost per column of an LP. */
      readonly columnDuals?: Float64Array;
    }
  | {
      readonly status: 'feasible';
      readonly value: number;
      readonly bound: number;
      readonly values: Float64Array;
      readonly limit: 'time' | 'work' | 'interrupt' | 'engine';
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unbounded' }
  | { readonly status: 'undecided'; readonly reason: string; readonly limit: 'time' | 'work' | 'interrupt' | 'engine' };

/** True of an answer with values. */
export const isSolved = (outcome: Outcome): outcome is Extract<Outcome, { status: 'optimal' | 'feasible' }> =>
  outcome.status === 'optimal' || outcome.status === 'feasible';

/** The port that every solver stands behind: tiny, so that whatever is clever composes over it. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  /** Bytes that a solve may use, where the runtime leaves it less than a large model needs. Absent: what the machine has. */
  readonly memory?: number;
  /** Solves that it works on at the same time, at least 1; absent: 1, and others wait. What a solve answers never depends on it. */
  readonly threads?: number;
  /** Gets ready for solves to come, beside whoever asks: their first would else wait for it. Absent: there is nothing to get ready. */
  readonly warm?: () => void;
  /** Why the engine does not take a model, in words for a planner: it is too large. Absent: it takes any. */
  readonly refuses?: (model: LinearModel) => string | undefined;
  /** Solves the model; never throws for what a model or limit can cause. `start` is a starting solution (may be infeasible). */
  readonly solve: (
    model: LinearModel,
    limits: EngineLimits,
    hooks?: EngineHooks,
    start?: Float64Array,
  ) => Promise<Outcome>;
}

/**
 * Repeats work on as many lines as the engine solves at once, each line until it answers that there is no more: a line may write its next model while
 * those of others are solved.
 */
export async function onThreads(
  { threads = 1 }: Pick<Engine, 'threads'>,
  work: () => Promise<'again' | 'done'>,
): Promise<void> {
  const line = async (): Promise<void> => {
    while ((await work()) === 'again');
  };
  await Promise.all(Array.from({ length: threads }, line));
}
