import { type Engine, type EngineHooks, type EngineLimits, isSolved } from '../../engines/engine.ts';
import { type LinearModel, objectiveAt } from '../../model/linear-model.ts';
import { rowsByColumn, submodel } from '../../model/submodel.ts';
import { relaxationOf } from '../restrict.ts';
import type { CoarseModel } from './coarse-model.ts';

/** Decides groups of packages one after the other, the others standing as they are. */
export interface GroupSearch {
  /**
   * The point with these packages decided anew, if that is better or makes them whole. From a whole point the search for a better one may
   * end as soon as `saving` of its value is saved.
   */
  readonly decide: (
    values: Float64Array,
    packages: readonly number[],
    limits: EngineLimits,
    saving?: number,
  ) => Promise<Float64Array>;
  /** The same without whole-number demands; undefined where there is no such point. */
  readonly relax: (
    values: Float64Array,
    packages: readonly number[],
    limits: EngineLimits,
  ) => Promise<Float64Array | undefined>;
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
  const partOf = (values: Float64Array, packages: readonly number[]) => {
    const free = new Set(packages.flatMap((number) => [...own[number]!, ...shared[number]!]));
    const columns = [...free].sort((left, right) => left - right);
    return { columns, part: submodel(model, rowsOf, columns, values) };
  };
  const placed = (values: Float64Array, columns: readonly number[], found: Float64Array) => {
    const next = Float64Array.from(values);
    columns.forEach((column, at) => {
      next[column] = found[at]!;
    });
    return next;
  };
  return {
    async decide(values, packages, limits, saving) {
      const { columns, part } = partOf(values, packages);
      const start = Float64Array.from(columns, (column) => values[column]!);
      const whole = isWhole(part, start);
      const value = objectiveAt(part, start);
      const target = whole && saving !== undefined ? { target: value - saving } : {};
      const outcome = await engine.solve(part, { ...limits, ...target }, hooks, whole ? start : undefined);
      if (!isSolved(outcome) || (whole && outcome.value >= value)) return values;
      const rounded = outcome.values.map((value, at) => (part.integer[at] ? Math.round(value) : value));
      return placed(values, columns, rounded);
    },
    async relax(values, packages, limits) {
      const { columns, part } = partOf(values, packages);
      const outcome = await engine.solve(relaxationOf(part), { ...limits, presolve: false, simplex: true }, hooks);
      return outcome.status === 'optimal' ? placed(values, columns, outcome.values) : undefined;
    },
  };
}

export const isWhole = ({ integer }: Pick<LinearModel, 'integer'>, values: Float64Array): boolean =>
  integer.every((whole, column) => !whole || Math.abs(values[column]! - Math.round(values[column]!)) < 1e-9);
