import type { Engine, EngineHooks } from '../engines/engine.ts';
import type { LinearModel } from '../model/linear-model.ts';
import type { Learned } from './asked-problem.ts';

/** The whole-number columns that a plan takes, by name. */
export type Decisions = ReadonlyMap<string, number>;

/** How a period's search is done. */
export interface MultipleSearch {
  readonly engine: Engine;
  readonly hooks: EngineHooks;
  readonly gap: number;
  readonly seed: number;
  /** Seconds that are left for this period. */
  readonly seconds: () => number;
  /** Decisions of other periods' plans: where they are a plan here too, the search starts from them. */
  readonly starts: readonly Decisions[];
  /** A multiple that is known to be possible: nothing is sought that is not better by the wanted gap. */
  readonly known: number | undefined;
  /** The hours for a unit where a rule lets them fall: those of one pass, or the fewest that any plan can come to. */
  readonly learned?: Learned;
  /** Whole-number columns below which a model goes to the engine as it is; default as in the strategy `monolithic`. */
  readonly few?: number;
}

/** Decisions as values of a model's columns; what is not decided is as small as it may be. */
export const taken = (model: LinearModel, decisions: Decisions): Float64Array =>
  Float64Array.from(model.columns, (name, column) =>
    Math.min(Math.max(decisions.get(name) ?? 0, model.colLower[column]!), model.colUpper[column]!),
  );

/** The whole-number columns that a point of a model takes. */
export const decisionsAt = (model: LinearModel, values: Float64Array): Decisions =>
  new Map(
    model.columns.flatMap((name, column) =>
      model.integer[column] && values[column]! > 0.5 ? [[name, Math.round(values[column]!)] as const] : [],
    ),
  );
