import type { GroupedBy, Rule, RuleOf } from '../scenarios/domain/rule.ts';
import type { Supplier } from '../scenarios/domain/supplier.ts';
import { supplierInScope } from '../scenarios/scope.ts';

/** The suppliers that a group-count speaks of, by what they are counted by. */
export interface Grouping {
  readonly rule: RuleOf<'group-count'>;
  /** Sorted by value; the positions of the suppliers in each among the problem's candidates. A supplier with several tags is in several groups. */
  readonly groups: readonly { readonly value: string; readonly members: readonly number[] }[];
}

/** What a supplier is counted under; nothing where it states none. A site without a group is a firm by itself. */
function valuesOf(by: GroupedBy, supplier: Supplier): readonly string[] {
  if (by === 'tag') return supplier.tags;
  if (by === 'group') return [supplier.group === undefined ? `site ${supplier.supplier}` : `group ${supplier.group}`];
  const value = supplier[by];
  return value === undefined ? [] : [value];
}

/** Whether a supplier is of the group that a rule names; a region is named by its NUTS prefix. */
const isNamed = (by: GroupedBy, value: string, supplier: Supplier): boolean =>
  by === 'region'
    ? (supplier.region?.startsWith(value) ?? false)
    : valuesOf(by, supplier).includes(by === 'group' ? `group ${value}` : value);

/** The groups of each group-count; one group where the rule names one. */
export function groupingsOf(
  rules: readonly Rule[],
  candidates: readonly { readonly supplier: Supplier }[],
): readonly Grouping[] {
  return rules
    .filter((rule) => rule.rule === 'group-count')
    .map((rule) => {
      const members = new Map<string, number[]>(rule.value === undefined ? [] : [[rule.value, []]]);
      candidates.forEach(({ supplier }, candidate) => {
        if (!supplierInScope(rule.scope, supplier)) return;
        const { by, value } = rule;
        if (value !== undefined) {
          if (isNamed(by, value, supplier)) members.get(value)!.push(candidate);
          return;
        }
        for (const own of valuesOf(by, supplier)) members.set(own, [...(members.get(own) ?? []), candidate]);
      });
      const groups = [...members].sort(([left], [right]) => (left < right ? -1 : 1));
      return { rule, groups: groups.map(([own, suppliers]) => ({ value: own, members: suppliers })) };
    });
}
