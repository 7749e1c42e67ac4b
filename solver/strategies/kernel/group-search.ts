import { type Engine, type EngineHooks, type EngineLimits, isSolved } from '../../engines/engine.ts';
import { type LinearModel, objectiveAt } from '../../model/linear-model.ts';
import { type RowsOf, rowsByColumn, rowsOfColumns, submodel } from '../../model/submodel.ts';
import { atOnce } from '../at-once.ts';
import { relaxationOf } from '../restrict.ts';
import type { CoarseModel } from './coarse-model.ts';
import { groupColumns } from './groups-apart.ts';
import { keepsRows } from './keeps-rows.ts';

/** Decides groups of packages, the others standing as they are. */
export interface GroupSearch {
  readonly rowsOf: RowsOf;
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
  /**
   * The same for several groups, all from the same point and as many at once as the engine has threads, put together in their order. A
   * member of several is one if any of them needs it; a group that is then at odds with those before it, or no gain, is decided anew beside them.
   */
  readonly decideApart: (
    values: Float64Array,
    groups: readonly (readonly number[])[],
    limits: () => EngineLimits,
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
export function createGroupSearch(coarse: CoarseModel, engine: Engine, hooks: EngineHooks): GroupSearch {
  const { model } = coarse;
  const rowsOf = rowsByColumn(model);
  const columnsOf = (packages: readonly number[]): readonly number[] => {
    const { own, shared } = groupColumns(coarse, packages);
    return [...own, ...shared].sort((left, right) => left - right);
  };
  const decide: GroupSearch['decide'] = async (values, packages, limits, saving) => {
    const columns = columnsOf(packages);
    const part = submodel(model, rowsOf, columns, values);
    const start = Float64Array.from(columns, (column) => values[column]!);
    const whole = isWhole(part, start);
    const value = objectiveAt(part, start);
    const target = whole && saving !== undefined ? { target: value - saving } : {};
    const outcome = await engine.solve(part, { ...limits, ...target }, hooks, whole ? start : undefined);
    if (!isSolved(outcome) || (whole && outcome.value >= value)) return values;
    const rounded = outcome.values.map((value, at) => (part.integer[at] ? Math.round(value) : value));
    return placed(values, columns, rounded);
  };
  return {
    rowsOf,
    decide,
    async decideApart(values, groups, limits, saving) {
      const found = await atOnce(
        engine,
        groups.map((packages) => () => decide(values, packages, limits(), saving)),
      );
      let all = found[0] ?? values;
      for (const [at, packages] of groups.entries()) {
        if (at === 0 || found[at] === undefined || found[at] === values) continue;
        const beside = placedBeside(coarse, rowsOf, { packages, found: found[at] }, all);
        const isWorse = isWhole(model, all) && objectiveAt(model, beside) >= objectiveAt(model, all);
        const rows = rowsOfColumns(rowsOf, columnsOf(packages));
        all = !isWorse && keepsRows(model, rows, all, beside) ? beside : await decide(all, packages, limits());
      }
      return all;
    },
    async relax(values, packages, limits) {
      const columns = columnsOf(packages);
      const part = submodel(model, rowsOf, columns, values);
      const outcome = await engine.solve(relaxationOf(part), { ...limits, presolve: false, simplex: true }, hooks);
      return outcome.status === 'optimal' ? placed(values, columns, outcome.values) : undefined;
    },
  };
}

function placed(values: Float64Array, columns: readonly number[], found: Float64Array): Float64Array {
  const next = Float64Array.from(values);
  columns.forEach((column, at) => {
    next[column] = found[at]!;
  });
  return next;
}

/**
 * What was found for a group, at a point where others have moved since: of the members and certificates that it shares, the least of
 * nothing, what stands and what was found that keeps their rows.
 */
function placedBeside(
  coarse: CoarseModel,
  rowsOf: RowsOf,
  { packages, found }: { readonly packages: readonly number[]; readonly found: Float64Array },
  at: Float64Array,
): Float64Array {
  const { own, shared } = groupColumns(coarse, packages);
  const next = Float64Array.from(at);
  for (const column of own) next[column] = found[column]!;
  for (const column of shared) {
    const wanted = [coarse.model.colLower[column]!, at[column]!, found[column]!].sort((one, other) => one - other);
    for (const value of wanted) {
      next[column] = value;
      if (keepsRows(coarse.model, rowsOf(column), at, next)) break;
    }
  }
  return next;
}

export const isWhole = ({ integer }: Pick<LinearModel, 'integer'>, values: Float64Array): boolean =>
  integer.every((whole, column) => !whole || Math.abs(values[column]! - Math.round(values[column]!)) < 1e-9);
