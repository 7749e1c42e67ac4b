import { type Engine, type EngineHooks, type EngineLimits, isSolved } from '../../engines/engine.ts';
import { type LinearModel, objectiveAt } from '../../model/linear-model.ts';
import { rowsByColumn, submodel } from '../../model/submodel.ts';
import type { CoarseModel } from './coarse-model.ts';

/** Decides groups of packages one after the other, the others standing as they are. */
export interface GroupSearch {
  /** The point with these packages decided anew, if that is better or makes them whole. */
  readonly decide: (values: Float64Array, packages: readonly number[], limits: EngineLimits) => Promise<Float64Array>;
}

/**
 * From a point whose whole-number columns may still be fractions, such as a relaxation's, to one that is whole, group by group (relax and
 * fix: Pochet & Wolsey, Production Planning by Mixed Integer Programming, 2006, ch. 8), and from a whole one to a better one
 * (a large neighbourhood: Shaw, CP 1998). Every row of the model keeps holding.
 */
export function createGroupSearch(
  { model, own, shared }: CoarseModel,
  engine: Engine,
  hooks: EngineHooks,
): GroupSearch {
  const rowsOf = rowsByColumn(model);
  return {
    async decide(values, packages, limits) {
      const free = new Set<number>();
      for (const number of packages) {
        for (const column of own[number]!) free.add(column);
        for (const column of shared[number]!) free.add(column);
      }
      const columns = [...free].sort((left, right) => left - right);
      const part = submodel(model, rowsOf, columns, values);
      const start = Float64Array.from(columns, (column) => values[column]!);
      const whole = isWhole(part.model, start);
      const outcome = await engine.solve(part.model, limits, hooks, whole ? start : undefined);
      if (!isSolved(outcome)) return values;
      if (whole && outcome.value >= objectiveAt(part.model, start)) return values;
      const next = Float64Array.from(values);
      columns.forEach((column, at) => {
        next[column] = part.model.integer[at] ? Math.round(outcome.values[at]!) : outcome.values[at]!;
      });
      return next;
    },
  };
}

export const isWhole = ({ integer }: Pick<LinearModel, 'integer'>, values: Float64Array): boolean =>
  integer.every((whole, column) => !whole || Math.abs(values[column]! - Math.round(values[column]!)) < 1e-9);
