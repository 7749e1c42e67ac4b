import type { CapacityRow, CertificateRow, ExpansionOption, Supplier } from './supplier.ts';

/** A supplier of a registry with every row that speaks of it alone; quotes and incumbents belong to a scenario, whose items they name. */
export interface RegistryEntry {
  readonly supplier: Supplier;
  readonly capacity: readonly CapacityRow[];
  readonly certificates: readonly CertificateRow[];
  readonly expansions: readonly ExpansionOption[];
}

/** The tables of a scenario that a registry can give instead. */
export const REGISTRY_TABLES = ['suppliers', 'capacity', 'certificates', 'expansions'] as const;
export type RegistryTable = (typeof REGISTRY_TABLES)[number];

/** The rows of a registry's tables, in order of the entries. */
export const registryRows = (
  entries: readonly RegistryEntry[],
): {
  readonly suppliers: readonly Supplier[];
  readonly capacity: readonly CapacityRow[];
  readonly certificates: readonly CertificateRow[];
  readonly expansions: readonly ExpansionOption[];
} => ({
  suppliers: entries.map(({ supplier }) => supplier),
  capacity: entries.flatMap(({ capacity }) => capacity),
  certificates: entries.flatMap(({ certificates }) => certificates),
  expansions: entries.flatMap(({ expansions }) => expansions),
});
