import type { CapacityRow, CertificateRow, ExpansionOption, Supplier } from './supplier.ts';

/** A supplier of a registry with every row that speaks of it alone; quotes and incumbents belong to a scenario, whose items they name. */
export interface RegistryEntry {
  readonly supplier: Supplier;
  readonly capacity: readonly CapacityRow[];
  readonly certificates: readonly CertificateRow[];
  readonly expansions: readonly ExpansionOption[];
}
