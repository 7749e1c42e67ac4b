import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { Supplier } from '../../../scenarios/domain/supplier.ts';
import { supplierInScope } from './scope.ts';

/** What a firm is listed under; a firm without a group under its own name. */
function labels(row: Supplier, by: RuleOf<'group-count'>['by']): readonly string[] {
  if (by === 'tag') return row.tags;
  if (by === 'group') return [row.group ?? `only ${row.supplier}`];
  return [row[by]].filter((label) => label !== undefined);
}

/** Members of the named group, or different labels among the members that the rule speaks of. */
export function groupsCounted(scenario: Scenario, rule: RuleOf<'group-count'>, members: readonly string[]): number {
  const { by, value } = rule;
  const rows = members
    .filter((supplier) => supplierInScope(scenario, rule, supplier))
    .map((supplier) => labels(scenario.suppliers.find((row) => row.supplier === supplier)!, by));
  if (value === undefined) return new Set(rows.flat()).size;
  return rows.filter((own) => own.some((label) => (by === 'region' ? label.startsWith(value) : label === value)))
    .length;
}
