import { acceptDraft } from './accept-draft.ts';
import type { Checked } from './domain/input-problem.ts';
import type { RegistryEntry } from './domain/registry.ts';
import type { Scenario } from './domain/scenario.ts';
import { withRegistry } from './from-registry.ts';
import { readFolder } from './wire/read-folder.ts';

export interface ReadOptions {
  /** Where suppliers, capacity, certificates and expansions come from; the input itself may then not state them. */
  readonly registry?: readonly RegistryEntry[];
  /** Of each table; absent: two million. */
  readonly mostRows?: number;
}

/**
 * Reads and checks a scenario folder, given as file name → bytes: the normalised scenario with warnings, or every problem of
 * every file at once, each with its file, line and column. Never throws on any bytes.
 */
export function readScenarioFolder(
  files: ReadonlyMap<string, Uint8Array>,
  { registry, mostRows }: ReadOptions = {},
): Promise<Checked<Scenario>> {
  const draft = readFolder(files, mostRows);
  return acceptDraft(registry === undefined ? draft : withRegistry(draft, registry));
}
