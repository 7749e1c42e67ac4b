import { acceptDraft } from './accept-draft.ts';
import type { Checked } from './domain/input-problem.ts';
import type { Scenario } from './domain/scenario.ts';
import { readDocument } from './wire/read-document.ts';

/**
 * Reads and checks a scenario given as a JSON value: the normalised scenario with its warnings, or every problem at once, each with
 * its JSON pointer. Never throws.
 */
export async function parseScenarioDocument(document: unknown): Promise<Checked<Scenario>> {
  const draft = readDocument(document);
  return 'tables' in draft ? acceptDraft(draft) : { ok: false, problems: [draft] };
}
