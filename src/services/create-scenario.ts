import { type KeepAnswer, keepScenario } from './keep-scenario.ts';
import { openSource, REQUEST_ROWS, type RequestSource, type SourceLimits } from './open-source.ts';
import type { Store } from './ports.ts';
import { readScenario } from './read-scenario.ts';

export interface CreateScenarioInput {
  readonly source: RequestSource;
  /** Id of the registry that gives suppliers, capacity, certificates and expansions; the source may then not state them. */
  readonly registry?: string;
  /** True: nothing is kept. */
  readonly validateOnly?: boolean;
  readonly limits?: SourceLimits;
}

/** Reads, checks and keeps a scenario. Kept twice, it is kept once. Nothing is kept of a scenario with a problem. */
export async function createScenario({
  ctx,
  input: { source, registry, validateOnly = false, limits },
}: {
  ctx: { readonly store: Pick<Store, 'scenarios' | 'suppliers'> };
  input: CreateScenarioInput;
}): Promise<KeepAnswer<'no-registry'>> {
  const suppliers = registry === undefined ? undefined : await ctx.store.suppliers.all(registry);
  if (registry !== undefined && suppliers === undefined) return { ok: false, reason: 'no-registry' };
  const opened = openSource(source, 'scenario', limits);
  if (!opened.ok) return opened;
  const mostRows = limits?.mostRows ?? REQUEST_ROWS;
  const options = suppliers === undefined ? { mostRows } : { mostRows, registry: suppliers.entries };
  const read = await readScenario({ input: { ...opened.value, ...options } });
  if (!read.ok) return read;
  const value = await keepScenario({ ctx, input: { stated: read.value, origin: null, validateOnly } });
  if (value === undefined) throw new Error('createScenario: a scenario without a parent lacks its parent');
  return { ok: true, value, warnings: [...opened.warnings, ...read.warnings] };
}
