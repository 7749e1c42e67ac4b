import { acceptDraft } from './accept-draft.ts';
import type { Checked } from './domain/input-problem.ts';
import type { Scenario } from './domain/scenario.ts';
import { readFolder } from './wire/read-folder.ts';

/**
 * Reads and checks a scenario folder, given as file name → bytes: the normalised scenario with warnings, or every problem of
 * every file at once, each with its file, line and column. Never throws on any bytes.
 */
export const readScenarioFolder = (files: ReadonlyMap<string, Uint8Array>): Promise<Checked<Scenario>> =>
  acceptDraft(readFolder(files));
