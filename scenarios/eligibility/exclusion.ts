import type { Item } from '../domain/item.ts';
import type { Exclude, Rule, Scope } from '../domain/rule.ts';
import type { Supplier } from '../domain/supplier.ts';

/** True when the package is one that the scope speaks of; `processes` are those it needs. */
export const packageInScope = (scope: Scope | undefined, item: Item, processes: readonly string[]): boolean =>
  (scope?.items === undefined || scope.items.includes(item.item)) &&
  (scope?.critical === undefined || scope.critical === item.critical) &&
  (scope?.process === undefined || processes.includes(scope.process));

/** True when the supplier is one that the scope speaks of; a region matches by its NUTS prefix. */
export const supplierInScope = (scope: Scope | undefined, supplier: Supplier): boolean =>
  (scope?.suppliers === undefined || scope.suppliers.includes(supplier.supplier)) &&
  (scope?.category === undefined || (supplier.category !== undefined && scope.category.includes(supplier.category))) &&
  (scope?.region === undefined || (supplier.region?.startsWith(scope.region) ?? false));

/** The exclude rules that forbid awards of one package, each with the suppliers it names. */
export interface Exclusion {
  readonly rule: Exclude;
  readonly suppliers: ReadonlySet<string>;
}

/** Exclude rules with the suppliers in their scope. */
export function exclusions(rules: readonly Rule[], suppliers: readonly Supplier[]): readonly Exclusion[] {
  return rules
    .filter((rule) => rule.rule === 'exclude')
    .map((rule) => ({
      rule,
      suppliers: new Set(
        suppliers
          .filter((supplier) => rule.suppliers.includes(supplier.supplier) && supplierInScope(rule.scope, supplier))
          .map((supplier) => supplier.supplier),
      ),
    }));
}
