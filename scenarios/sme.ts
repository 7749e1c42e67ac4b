import { SME_LIMITS } from './domain/enterprise-size.ts';
import type { Supplier } from './domain/supplier.ts';
import { grouped } from './grouped.ts';

/**
 * The suppliers that are small or medium-sized enterprises ({@link SME_LIMITS}). Sites of one group are one enterprise: their people and their stated
 * turnovers are added up.
 */
export function smallOrMedium(suppliers: readonly Supplier[]): ReadonlySet<string> {
  const firms = grouped(suppliers, ({ supplier, group }) =>
    group === undefined ? `site ${supplier}` : `group ${group}`,
  );
  const small = [...firms.values()].filter((sites) => {
    const people = sites.reduce((sum, { employees = 0 }) => sum + employees, 0);
    const euro = sites.reduce((sum, { turnover = 0 }) => sum + turnover, 0);
    return people < SME_LIMITS.employees && euro <= SME_LIMITS.turnover;
  });
  return new Set(small.flat().map(({ supplier }) => supplier));
}
