import type { EngineLimits } from '../../engines/engine.ts';
import type { CoarseModel } from './coarse-model.ts';
import type { GroupSearch } from './group-search.ts';

/**
 * A relaxation of a large model from nothing made at all, part by part, each within the hours that those before it leave. Undefined where
 * a rule or stock asks for more than one part can give.
 */
export async function relaxedByParts(
  { model, missing }: CoarseModel,
  search: Pick<GroupSearch, 'relax'>,
  parts: readonly (readonly number[])[],
  limits: () => EngineLimits,
): Promise<Float64Array | undefined> {
  let values: Float64Array | undefined = Float64Array.from(model.colLower);
  const isMissing = new Set(missing);
  for (let row = 0; row < model.rows.length; row++) {
    const last = model.indices[model.starts[row + 1]! - 1]!;
    // Balances of packages end with their units missing.
    if (isMissing.has(last) && model.rowLower[row] === model.rowUpper[row])
      values[last] = Math.max(0, model.rowLower[row]!);
  }
  for (const part of parts) values = values && (await search.relax(values, part, limits()));
  return values;
}
