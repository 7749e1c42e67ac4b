import type { Change } from '../../scenarios/domain/explanation.ts';
import type { Checked } from '../../scenarios/domain/input-problem.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { applyScenarioPatch, PATCH_LIMITS } from '../../scenarios/patch.ts';

/** A search changes every hour and certificate at once before it finds out which matter. */
const LIMITS = { ...PATCH_LIMITS, mostOperations: Number.POSITIVE_INFINITY };

/** The scenario with a JSON Patch applied, read and checked like any other; or what is wrong with it. */
export async function changedScenario(scenario: Scenario, patch: Change['patch']): Promise<Checked<Scenario>> {
  if (patch.length === 0) return { ok: true, value: scenario, warnings: [] };
  const patched = applyScenarioPatch(scenario, patch, LIMITS);
  return patched.ok ? parseScenarioDocument(patched.value) : patched;
}
