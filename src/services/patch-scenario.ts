import { applyScenarioPatch, type PatchLimits } from '../../scenarios/patch.ts';
import { type KeepAnswer, keepScenario } from './keep-scenario.ts';
import { REQUEST_ROWS } from './open-source.ts';
import type { Store } from './ports.ts';
import { readScenario } from './read-scenario.ts';

export interface PatchScenarioInput {
  /** SHA-256 of the scenario that is varied. */
  readonly parent: string;
  /** JSON Patch (RFC 6902) on the parent's normalised document, as a JSON value. */
  readonly patch: unknown;
  /** True: nothing is kept. */
  readonly validateOnly?: boolean;
  readonly limits?: PatchLimits;
  /** Of each table. */
  readonly mostRows?: number;
}

/**
 * Makes and keeps a what-if: the parent's document with the patch applied, a scenario by itself. Problems of the patch are of the file
 * `patch` with pointers into it, those of the patched scenario of the file `scenario`.
 */
export async function patchScenario({
  ctx,
  input: { parent, patch, validateOnly = false, limits, mostRows = REQUEST_ROWS },
}: {
  ctx: { readonly store: Pick<Store, 'scenarios'> };
  input: PatchScenarioInput;
}): Promise<KeepAnswer<'no-scenario'>> {
  const text = await ctx.store.scenarios.document(parent);
  if (text === undefined) return { ok: false, reason: 'no-scenario' };
  const patched = applyScenarioPatch(JSON.parse(text), patch, limits);
  if (!patched.ok) return patched;
  const read = await readScenario({ input: { document: patched.value, mostRows } });
  if (!read.ok) return read;
  const origin = { parent, patch: patch as readonly unknown[] };
  const value = await keepScenario({ ctx, input: { stated: read.value, origin, validateOnly } });
  return value === undefined ? { ok: false, reason: 'no-scenario' } : { ok: true, value, warnings: read.warnings };
}
