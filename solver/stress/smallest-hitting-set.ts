import type { Engine, EngineLimits } from '../engines/engine.ts';
import { createModelBuilder } from '../model/model-builder.ts';

/** Positions, each of which hits. */
export type Cut = ReadonlySet<number>;

/**
 * A smallest set that hits every cut: min Σ z[j], Σ_{j in cut} z[j] ≥ 1, z binary. Of equally small ones rather a heavier, by `weights` ≥ 0. Null
 * where a cut has nothing that may be chosen; undefined where the engine did not decide it.
 */
export async function smallestHittingSet(
  cuts: readonly Cut[],
  { weights, barred }: { readonly weights: readonly number[]; readonly barred?: number | undefined },
  engine: Engine,
  limits: Pick<EngineLimits, 'seconds'>,
): Promise<ReadonlySet<number> | null | undefined> {
  if (cuts.some((cut) => [...cut].every((at) => at === barred))) return null;
  const chosen = [...new Set(cuts.flatMap((cut) => [...cut]))].filter((at) => at !== barred).sort((a, b) => a - b);
  if (chosen.length === 0) return new Set();
  const builder = createModelBuilder();
  const heaviest = Math.max(...weights, Number.MIN_VALUE);
  const columnOf = new Map(chosen.map((at) => [at, builder.column(`lost|${at}`, { upper: 1, integer: true })]));
  cuts.forEach((cut, row) => {
    const terms = [...cut].flatMap((at) => (at === barred ? [] : [{ column: columnOf.get(at)!, value: 1 }]));
    builder.row(`hit|${row}`, terms, { lower: 1 });
  });
  // What is taken off all columns together is less than one, so that no larger set is preferred.
  const off = (at: number) => (0.5 * (weights[at]! / heaviest)) / (chosen.length + 1);
  const cost = [...columnOf].map(([at, column]) => ({ column, value: 1 - off(at) }));
  const outcome = await engine.solve(builder.build(cost), {
    ...{ gap: 0, absoluteGap: 0, seed: 1, presolve: false },
    ...limits,
  });
  if (outcome.status !== 'optimal') return undefined;
  return new Set(chosen.filter((at) => outcome.values[columnOf.get(at)!]! > 0.5));
}
