import { acceptDraft } from '../accept-draft.ts';
import type { Checked } from '../domain/input-problem.ts';
import type { Scenario } from '../domain/scenario.ts';
import { readDocument } from './read-document.ts';

/** Reads and checks a scenario given as a JSON value: the normalised scenario with warnings, or every problem at once. */
export const parseScenarioDocument = (document: unknown): Promise<Checked<Scenario>> =>
  acceptDraft(readDocument(document));
