import { isOneOf } from './countries.ts';
import type { Scope } from './domain/rule.ts';
import type { Supplier } from './domain/supplier.ts';

/** True when a rule with this scope speaks of the supplier; a region matches by its NUTS prefix. */
export function supplierInScope(scope: Scope | undefined, supplier: Supplier): boolean {
  if (!scope) return true;
  if (scope.suppliers && !scope.suppliers.includes(supplier.supplier)) return false;
  if (scope.category && !(supplier.category && scope.category.includes(supplier.category))) return false;
  if (scope.country && !isOneOf(scope.country, supplier.country)) return false;
  return scope.region === undefined || (supplier.region ?? '').startsWith(scope.region);
}
