import type { LinearModel } from '../model/linear-model.ts';
import type { Relaxed } from '../strategies/restrict.ts';
import type { AskedModel } from './asked-model.ts';

/** A row of which more would raise the multiple. */
export interface ScarceRow {
  readonly name: string;
  /** Times the baseline that doubling the row's room would give if its worth stayed the same. */
  readonly weight: number;
}

/** A dual below this is noise of the engine. */
const NOISE = 1e-9;

/** What one more unit of a row's right-hand side costs the multiple (above 0) or gives it (below 0), by the row's name. */
export function dualsOf({ model }: Pick<AskedModel, 'model'>, { rowDuals }: Relaxed): ReadonlyMap<string, number> {
  const duals = new Map<string, number>();
  model.rows.forEach((name, row) => {
    const dual = rowDuals?.[row] ?? 0;
    if (Math.abs(dual) > NOISE) duals.set(name, (duals.get(name) ?? 0) + dual);
  });
  return duals;
}

/** The rows that hold the multiple back at a solution; those in which nothing is used weigh nothing. */
export function scarceRows({ model }: AskedModel, solved: Relaxed): readonly ScarceRow[] {
  return model.rows.flatMap((name, row) => {
    const dual = Math.abs(solved.rowDuals?.[row] ?? 0);
    const weight = dual > NOISE ? dual * usedOf(model, row, solved.values) : 0;
    return weight > NOISE ? [{ name, weight }] : [];
  });
}

/** True of a row over whole-number columns alone: it counts decisions. */
export function countsDecisions({ integer, starts, indices }: LinearModel, row: number): boolean {
  for (let term = starts[row]!; term < starts[row + 1]!; term++) if (!integer[indices[term]!]) return false;
  return starts[row]! < starts[row + 1]!;
}

/** Σ of a row's positive terms: the hours used, the units made, the members counted. */
function usedOf({ starts, indices, values }: LinearModel, row: number, point: Float64Array): number {
  let used = 0;
  for (let term = starts[row]!; term < starts[row + 1]!; term++)
    used += Math.max(0, values[term]! * point[indices[term]!]!);
  return used;
}
