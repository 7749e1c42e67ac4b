import type { Checked } from '../../scenarios/domain/input-problem.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { type ReadOptions, readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';

/** The bytes of a scenario folder by file name, or a parsed JSON document. */
export type ScenarioSource = { readonly files: ReadonlyMap<string, Uint8Array> } | { readonly document: unknown };

/** A scenario that holds no input problem, and the SHA-256 that names it. */
export interface StatedScenario {
  readonly scenario: Scenario;
  readonly sha256: string;
}

/** Reads and checks a scenario: the value with its warnings, or every problem at once. */
export async function readScenario({
  input,
}: {
  input: ScenarioSource & ReadOptions;
}): Promise<Checked<StatedScenario>> {
  const checked = await ('files' in input
    ? readScenarioFolder(input.files, input)
    : parseScenarioDocument(input.document, input));
  if (!checked.ok) return checked;
  const sha256 = await scenarioSha256(checked.value);
  return { ok: true, value: { scenario: checked.value, sha256 }, warnings: checked.warnings };
}
