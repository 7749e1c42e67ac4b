import type { GroupCount } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { Check, CheckContext } from './check.ts';
import { rulesOf, suppliersIn } from './scope.ts';
import { room } from './slack.ts';
import { counted } from './wording.ts';

/**
 * With a value: min ≤ members in scope of that category, country, region (NUTS prefix), group or tag ≤ max. Without: min ≤ different ones among
 * them ≤ max, where a site without a group is a firm by itself and a member that states none counts in none. Slack in members or groups.
 */
export const groupCount: Check = {
  name: 'group-count',
  check(context) {
    const judged = rulesOf(context.stated.scenario, 'group-count').map((rule) => ({
      rule,
      found: rule.value === undefined ? differentOnes(context, rule) : membersOf(context, rule),
    }));
    return {
      faults: judged.flatMap(({ rule, found }) => {
        const { id, min = 0, max = found } = rule;
        if (found >= min && found <= max) return [];
        const [words, expected] = found < min ? (['at least', min] as const) : (['at most', max] as const);
        return [{ rule: id, message: `${spoken(rule, found)}, ${words} ${expected}`, found, expected }];
      }),
      slack: new Map(judged.map(({ rule, found }) => [rule.id, room(found, rule.min, rule.max)])),
    };
  },
};

const MANY = { category: 'categories', country: 'countries', region: 'regions', group: 'firms', tag: 'tags' } as const;

const spoken = ({ by, value }: GroupCount, found: number): string =>
  value === undefined
    ? `members in scope of ${found} ${MANY[by]}`
    : `${counted(found, 'member')} in scope of the ${by} ${value}`;

function inScope({ stated, view }: CheckContext, rule: GroupCount): readonly Supplier[] {
  const suppliers = suppliersIn(rule.scope, stated);
  return [...view.awardsOfSupplier.keys()].flatMap((id) => (suppliers.has(id) ? (stated.suppliers.get(id) ?? []) : []));
}

function membersOf(context: CheckContext, rule: GroupCount): number {
  const wanted = rule.value!;
  return inScope(context, rule).filter((member) => {
    if (rule.by === 'tag') return member.tags.includes(wanted);
    if (rule.by === 'region') return member.region?.startsWith(wanted) ?? false;
    return member[rule.by] === wanted;
  }).length;
}

function differentOnes(context: CheckContext, rule: GroupCount): number {
  const found = new Set<string>();
  for (const member of inScope(context, rule)) {
    if (rule.by === 'tag') for (const tag of member.tags) found.add(tag);
    else if (rule.by === 'group')
      found.add(JSON.stringify([member.group ?? null, member.group ? null : member.supplier]));
    else if (member[rule.by] !== undefined) found.add(member[rule.by]!);
  }
  return found.size;
}
