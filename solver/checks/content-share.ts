import { SME_LIMITS } from '../../scenarios/domain/enterprise-size.ts';
import type { ContentShare } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { entry } from './entry.ts';
import { type OriginEntry, originLedger } from './origin.ts';
import { countriesNamed, periodsIn, rulesOf } from './scope.ts';
import { tighter } from './slack.ts';
import { fallsShort } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * By value: of all that the origin ledger holds for the items and periods in scope, at least `min` is of a country, an SME or a tag that the rule
 * names. By volume: so it is of the units made of each work package. Slack: the least of share − min, where there is something to share.
 */
export const contentShare: Check = {
  name: 'content-share',
  check(context) {
    const rules = rulesOf(context.stated.scenario, 'content-share');
    if (rules.length === 0) return { faults: [] };
    const ledger = originLedger(context.stated, context.plan, context.flow);
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const rule of rules) {
      let least: number | null = null;
      for (const [item, { inside, all }] of sharesOf(context, rule, ledger)) {
        if (all > 0) least = tighter(least, inside / all - rule.min);
        if (fallsShort(inside, rule.min * all, all)) faults.push(shareFault(rule, item, inside, all));
      }
      slack.set(rule.id, least);
    }
    return { faults, slack };
  },
};

/** Of each package by volume, of everything (null) by value: what comes from those named, and all. */
function sharesOf(context: CheckContext, rule: ContentShare, ledger: readonly OriginEntry[]) {
  const { items } = context.stated;
  const [from, to] = periodsIn(rule.scope, context.stated);
  const counts = countedBy(context, rule.of);
  const shares = new Map<string | null, { inside: number; all: number }>();
  for (const line of ledger) {
    const facts = items.get(line.item);
    if (line.t < from || line.t > to || !(rule.scope?.items?.includes(line.item) ?? true)) continue;
    if ((rule.scope?.critical ?? facts?.critical) !== facts?.critical) continue;
    const amount = rule.by === 'value' ? line.value : line.units;
    const share = entry(shares, rule.by === 'value' ? null : line.item, () => ({ inside: 0, all: 0 }));
    share.all += amount;
    if (counts(line)) share.inside += amount;
  }
  return shares;
}

/** Whether a line of the ledger comes from one of those named: two capitals are a country, SME is a size, all else a tag. */
function countedBy({ stated }: CheckContext, of: readonly string[]): (line: OriginEntry) => boolean {
  const isCountry = (name: string) => name.length === 2 && name === name.toUpperCase() && /[A-Z]{2}/.test(name);
  const lands = countriesNamed(of.filter(isCountry));
  const tags = new Set(of.filter((name) => !isCountry(name) && name !== 'SME'));
  const isSmall = of.includes('SME') ? sizeOf([...stated.suppliers.values()]) : () => false;
  return ({ origin, supplier }) => {
    if (origin !== undefined && lands.has(origin)) return true;
    const firm = supplier === undefined ? undefined : stated.suppliers.get(supplier);
    return firm !== undefined && (isSmall(firm) || firm.tags.some((tag) => tags.has(tag)));
  };
}

/** Whether a site belongs to a small or medium-sized enterprise: people and stated turnover of all its sites are below the limits. */
function sizeOf(suppliers: readonly Supplier[]): (supplier: Supplier) => boolean {
  const totals = new Map<string, { people: number; euro: number }>();
  for (const { group, employees = 0, turnover = 0 } of suppliers) {
    if (group === undefined) continue;
    const total = entry(totals, group, () => ({ people: 0, euro: 0 }));
    total.people += employees;
    total.euro += turnover;
  }
  return ({ group, employees = 0, turnover = 0 }) => {
    const { people, euro } = group === undefined ? { people: employees, euro: turnover } : totals.get(group)!;
    return people < SME_LIMITS.employees && !(euro > SME_LIMITS.turnover);
  };
}

function shareFault({ id, of, min, by }: ContentShare, item: string | null, inside: number, all: number): Fault {
  const [found, expected] = contrast((100 * inside) / all, 100 * min);
  const whole = by === 'value' ? 'the value' : `the ${item}`;
  return {
    rule: id,
    ...(item !== null && { item }),
    message: `${found} % of ${whole} made and bought comes from ${of.join(', ')}, at least ${expected} %`,
    found: inside / all,
    expected: min,
  };
}
