import type { RuleOf } from '../domain/rule.ts';
import type { Supplier } from '../domain/supplier.ts';
import { supplierInScope } from '../scope.ts';
import type { Check } from './check.ts';

/** A labour rule limits something, and knows the people and, where it limits regions, the region of every firm with hours in its scope. */
export function checkLabour(
  { draft, problem }: Check,
  rule: RuleOf<'labour'>,
  where: () => ReturnType<Check['draft']['places']['setting']>,
): void {
  const { suppliers, capacity, expansions } = draft.tables;
  if (rule.hiresPerPeriod === undefined && rule.regionHiresPerPeriod === undefined)
    problem({
      ...where(),
      code: 'missing-value',
      message: 'labour without a number of hires',
      expected: 'hiresPerPeriod, regionHiresPerPeriod or both',
    });
  const able = new Set([...capacity.values, ...expansions.values].map((row) => row.supplier));
  const lack = (index: number, column: keyof Supplier, message: string, expected: string) =>
    problem({
      ...draft.places.row('suppliers', suppliers.at[index]!, column),
      code: 'missing-value',
      message: `${message}, which the rule ${rule.id} needs`,
      expected,
    });
  suppliers.values.forEach((firm, index) => {
    if (!able.has(firm.supplier) || !supplierInScope(rule.scope, firm)) return;
    if (firm.defenceHeads === undefined && firm.employees === undefined)
      lack(index, 'employees', `nobody says how many people ${firm.supplier} has`, 'employees, or defenceHeads');
    if (rule.regionHiresPerPeriod !== undefined && firm.region === undefined)
      lack(index, 'region', `the region of ${firm.supplier} is not stated`, 'a NUTS code, like NL326');
  });
}
