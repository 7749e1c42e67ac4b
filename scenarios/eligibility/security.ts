import { type SecurityLevel, securityCovers } from '../domain/item.ts';
import type { Supplier } from '../domain/supplier.ts';
import type { Periods } from '../domain/units.ts';

/**
 * Periods until a supplier is cleared for a level: 0 when its granted level covers it or none is wanted, its securityPeriods when
 * that level can be granted, undefined when it cannot.
 */
export function clearancePeriods(supplier: Supplier, wanted: SecurityLevel | undefined): Periods | undefined {
  if (wanted === undefined) return 0;
  if (supplier.securityLevel !== undefined && securityCovers(supplier.securityLevel, wanted)) return 0;
  return supplier.securityPeriods;
}
