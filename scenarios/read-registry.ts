import { acceptRegistry } from './accept-registry.ts';
import type { Checked } from './domain/input-problem.ts';
import type { RegistryEntry } from './domain/registry.ts';
import { type RegistryFolderOptions, readRegistryDraft } from './wire/registry/read-registry-folder.ts';

/**
 * Reads and checks a registry given as files: suppliers.csv, and capacity.csv, certificates.csv and expansions.csv where there are any.
 * Other tables are ignored with a warning, as quotes and incumbents belong to a scenario. The entries by supplier, or every problem of
 * every file at once, as a scenario folder gives them. Never throws on any bytes.
 */
export const readRegistryFolder = (
  files: ReadonlyMap<string, Uint8Array>,
  options?: RegistryFolderOptions,
): Checked<readonly RegistryEntry[]> => acceptRegistry(readRegistryDraft(files, options));
