import type { RowsOf } from '../../model/submodel.ts';
import type { CoarseModel } from './coarse-model.ts';

/** The columns that a group decides: those that only it has, and those of members and certificates, which groups share. */
interface GroupColumns {
  readonly own: ReadonlySet<number>;
  readonly shared: ReadonlySet<number>;
}

export const groupColumns = ({ own, shared }: CoarseModel, packages: readonly number[]): GroupColumns => ({
  own: new Set(packages.flatMap((number) => own[number]!)),
  shared: new Set(packages.flatMap((number) => shared[number]!)),
});

/**
 * Groups (positions) in sets that can be decided at the same time: no two of a set have a row in common, such as the hours of a process of
 * one supplier or a rule on both, but for those that say of a member of both what a member is. Each set has the first group that is left and
 * each later one that goes with those before it.
 */
export function groupsApart(
  coarse: CoarseModel,
  rowsOf: RowsOf,
  groups: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const columns = groups.map((packages) => groupColumns(coarse, packages));
  const sets: number[][] = [];
  let left = [...groups.keys()];
  while (left.length > 0) {
    const set: number[] = [];
    const taken = { own: new Set<number>(), shared: new Set<number>() };
    for (const group of left) {
      if (set.length > 0 && meet(coarse, rowsOf, columns[group]!, taken)) continue;
      set.push(group);
      for (const column of columns[group]!.own) taken.own.add(column);
      for (const column of columns[group]!.shared) taken.shared.add(column);
    }
    sets.push(set);
    left = left.filter((group) => !set.includes(group));
  }
  return sets;
}

/** Whether a row couples two groups otherwise than as awards of one member. */
function meet({ model }: CoarseModel, rowsOf: RowsOf, one: GroupColumns, other: GroupColumns): boolean {
  const { starts, indices, integer } = model;
  const seen = new Set<number>();
  const couples = (row: number): boolean => {
    if (seen.has(row)) return false;
    seen.add(row);
    let [mine, theirs, both, awardsOnly] = [false, false, false, true];
    for (let term = starts[row]!; term < starts[row + 1]!; term++) {
      const column = indices[term]!;
      const [here, there] = [one.shared.has(column), other.shared.has(column)];
      const isAward = integer[column] === 1;
      if (here && there) both = true;
      else if (here || one.own.has(column)) {
        mine = true;
        awardsOnly &&= isAward && !here;
      } else if (there || other.own.has(column)) {
        theirs = true;
        awardsOnly &&= isAward && !there;
      }
    }
    return mine && theirs && !(both && awardsOnly);
  };
  for (const columns of [one.own, one.shared])
    for (const column of columns) for (const row of rowsOf(column)) if (couples(row)) return true;
  return false;
}
