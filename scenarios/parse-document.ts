import { acceptDraft } from './accept-draft.ts';
import type { Checked } from './domain/input-problem.ts';
import type { Scenario } from './domain/scenario.ts';
import { withRegistry } from './from-registry.ts';
import type { ReadOptions } from './read-scenario.ts';
import { readDocument } from './wire/read-document.ts';

/**
 * Reads and checks a scenario given as a JSON value: the normalised scenario with its warnings, or every problem at once, each with
 * its JSON pointer. Never throws.
 */
export async function parseScenarioDocument(
  document: unknown,
  { registry, mostRows }: ReadOptions = {},
): Promise<Checked<Scenario>> {
  const draft = readDocument(document, mostRows);
  if (!('tables' in draft)) return { ok: false, problems: [draft] };
  return acceptDraft(registry === undefined ? draft : withRegistry(draft, registry));
}
