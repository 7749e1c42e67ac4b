import { acceptRegistry } from './accept-registry.ts';
import type { Checked } from './domain/input-problem.ts';
import type { RegistryEntry } from './domain/registry.ts';
import { readEntryDocument, readRegistryDocument } from './wire/registry/read-registry-document.ts';

/**
 * Reads and checks a registry given as a JSON value with the lists suppliers, capacity, certificates and expansions: the entries by
 * supplier, or every problem at once, each with its pointer (file `registry`). Never throws.
 */
export function parseRegistryDocument(document: unknown, mostRows?: number): Checked<readonly RegistryEntry[]> {
  const draft = readRegistryDocument(document, mostRows);
  return 'tables' in draft ? acceptRegistry(draft) : { ok: false, problems: [draft] };
}

/**
 * Reads and checks one supplier given as a JSON value like a registry's entry; its rows need not repeat the supplier. The entry, or every
 * problem at once, each with its pointer (file `supplier`). Never throws.
 */
export function parseRegistryEntry(document: unknown, mostRows?: number): Checked<RegistryEntry> {
  const draft = readEntryDocument(document, mostRows);
  if (!('tables' in draft)) return { ok: false, problems: [draft] };
  const checked = acceptRegistry(draft);
  if (!checked.ok) return checked;
  const [entry] = checked.value;
  if (entry === undefined) throw new Error('parseRegistryEntry: an accepted draft has no supplier');
  return { ...checked, value: entry };
}
