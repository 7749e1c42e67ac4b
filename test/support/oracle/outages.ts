import type { RuleOf } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { linesInUse, type Output, used } from './bill.ts';
import {
  atLeast,
  atMost,
  constant,
  type Expression,
  equal,
  minus,
  NOTHING,
  scaled,
  total,
  variable,
} from './linear-program.ts';
import type { FlowModel } from './oracle-model.ts';
import { add, multiply, type Rational, rational } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { ledger, type Sheet } from './sheet.ts';
import { capacity, type Source } from './sources.ts';
import { spanOf } from './span.ts';
import { freePrice } from './write-balance.ts';

type Rule = RuleOf<'survive-outage'>;

/** What one outage is, as the oracle reads it. */
interface Outage {
  readonly lost: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

/** Each loss of a rule from each period: suppliers, regions or groups by themselves, and with two losses any two of them. */
function everyOutage(scenario: Scenario, rule: Rule): readonly Outage[] {
  const kinds = rule.domains ?? scenario.robustness?.domains ?? ['supplier'];
  const sets = new Map<string, readonly string[]>();
  const keep = (ids: readonly string[]) => {
    const sorted = [...new Set(ids)].sort();
    if (sorted.length > 0) sets.set(sorted.join('\n'), sorted);
  };
  for (const kind of kinds) {
    for (const firm of scenario.suppliers) {
      const mates = scenario.suppliers.filter((other) => {
        if (other.supplier === firm.supplier) return true;
        if (kind === 'group' || kind === 'region') return firm[kind] !== undefined && other[kind] === firm[kind];
        return false;
      });
      if (kind === 'region' && firm.region === undefined) continue;
      if (kind !== 'tag') keep(mates.map(({ supplier }) => supplier));
      for (const tag of kind === 'tag' ? firm.tags : [])
        keep(scenario.suppliers.filter(({ tags }) => tags.includes(tag)).map(({ supplier }) => supplier));
    }
  }
  const single = [...sets.values()];
  if (rule.losses === 2) for (const first of single) for (const second of single) keep([...first, ...second]);
  const T = scenario.calendar.periods;
  const takes = (id: string): number =>
    rule.timeToRecover ??
    scenario.suppliers.find(({ supplier }) => supplier === id)!.timeToRecover ??
    scenario.robustness?.timeToRecover ??
    2;
  return [...sets.values()].flatMap((ids) => {
    const time = Math.max(...ids.map(takes));
    return time === 0
      ? []
      : spanOf(1, T).map((from) => ({ lost: new Set(ids), from, to: Math.min(T, from + time - 1) }));
  });
}

/** By how many periods before a delivery of a final item something of another is completed that goes into it. */
function leadsTo({ bill }: Requirement, final: string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  const walk = (item: string, at: number, ahead: number): void => {
    const own = found.get(item) ?? new Set();
    found.set(item, own.add(ahead));
    const lead = bill.items.get(item)!.leadTime;
    for (const line of linesInUse(bill.scenario, item, at)) walk(line.item, at - lead, ahead + lead);
  };
  for (const at of spanOf(1, bill.scenario.calendar.periods + bill.beyond)) walk(final, at, 0);
  return found;
}

/** First period in which something that goes into a unit of an item completed in `at` is taken; none where nothing goes in. */
function takenFrom({ bill }: Requirement, item: string, at: number): number {
  const early = at - bill.items.get(item)!.leadTime;
  const due = bill.scenario.policy.pastDue === 'first-period' ? Math.max(1, early) : early;
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...linesInUse(bill.scenario, item, at).map((line) =>
      bill.items.get(line.item)!.kind === 'phantom' ? takenFrom(requirementOf(bill), line.item, due) : due,
    ),
  );
}

const requirementOf = (bill: Requirement['bill']): Requirement => ({ bill }) as Requirement;

/** What outages are written with: a plan as expressions. */
interface Planned {
  readonly requirement: Requirement;
  readonly eligible: readonly Source[];
  readonly awarded: readonly Source[];
  readonly flow: FlowModel;
}

/** Adds what can be done in every outage of a rule; the weighted units that stay unprotected. */
export function writeOutages(sheet: Sheet, planned: Planned, rule: Rule): Expression {
  const { scenario } = planned.requirement.bill;
  return total(everyOutage(scenario, rule).map((outage) => writeOutage(sheet, planned, rule, outage)));
}

function writeOutage(sheet: Sheet, planned: Planned, rule: Rule, { lost, from, to }: Outage): Expression {
  const { requirement, eligible, awarded, flow } = planned;
  const { bill } = requirement;
  const { scenario } = bill;
  const T = scenario.calendar.periods;
  const items = new Set(eligible.filter(({ supplier }) => lost.has(supplier)).map(({ item }) => item));
  const ahead = new Map(
    bill.finals.map((final) => {
      const below = leadsTo(requirement, final);
      return [final, [...new Set([...items].flatMap((item) => [...(below.get(item) ?? [])]))]] as const;
    }),
  );
  const last = to + Math.max(0, ...[...ahead.values()].flat());
  const made = ledger();
  for (const source of awarded)
    for (const t of spanOf(from, Math.min(last, T))) {
      if (!source.available[t] || (t <= to && lost.has(source.supplier))) continue;
      const own = variable(sheet.fresh());
      made.keep(JSON.stringify([source.supplier, source.item]), t, own);
      if (rule.requalification && t < from + requalified(scenario, source))
        sheet.relations.push(atMost(own, flow.made(source, t)));
    }
  const madeBy = (source: Source, t: number) => made.at(JSON.stringify([source.supplier, source.item]), t);
  writeHours(sheet, planned, rule, { lost, from, to }, Math.min(last, T), madeBy);

  const delivered = ledger();
  for (const final of bill.finals)
    for (const t of spanOf(from, Math.min(last, T + bill.beyond))) delivered.keep(final, t, variable(sheet.fresh()));
  const free = ledger();
  const completed: Output = (item, t) => {
    if (t < from || t > last) return NOTHING;
    if (t > T || bill.items.get(item)!.kind === 'phantom')
      return total([delivered.at(item, t), used(bill, completed, item, t)]);
    if (freePrice(requirement, item) !== null) return free.at(item, t);
    return total(awarded.filter((source) => source.item === item).map((source) => madeBy(source, t)));
  };
  const asPlanned: Output = (item, t) => {
    if (t > T || bill.items.get(item)!.kind === 'phantom')
      return total([flow.delivered(item, t), used(bill, asPlanned, item, t)]);
    if (freePrice(requirement, item) !== null) return flow.free(item, t);
    return total(awarded.filter((source) => source.item === item).map((source) => flow.made(source, t)));
  };
  for (const item of bill.order) {
    const row = bill.items.get(item)!;
    const isPhantom = row.kind === 'phantom';
    for (const t of spanOf(from, last)) {
      const isSunk = takenFrom(requirement, item, t) < from;
      if (isPhantom) {
        if (isSunk && bill.finals.includes(item) && t <= T + bill.beyond)
          sheet.relations.push(atMost(delivered.at(item, t), flow.delivered(item, t)));
        continue;
      }
      if (t <= T && freePrice(requirement, item) !== null) free.keep(item, t, variable(sheet.fresh()));
    }
    if (isPhantom) continue;
    const unawarded = freePrice(requirement, item) !== null;
    const mayGrow = scenario.policy.stock === 'allowed' && !unawarded;
    let before = from === 1 ? constant(rational(row.stock)) : flow.stock(item, from - 1);
    for (const t of spanOf(from, last)) {
      const out = total([used(bill, completed, item, t), delivered.at(item, t)]);
      if (t <= T) {
        const after = unawarded && row.stock === 0 ? NOTHING : variable(sheet.fresh());
        sheet.relations.push(equal(after, minus(total([before, completed(item, t)]), out)));
        if (!mayGrow) sheet.relations.push(atMost(after, before));
        before = after;
      }
      if (takenFrom(requirement, item, t) < from) sheet.relations.push(atMost(completed(item, t), asPlanned(item, t)));
    }
  }
  return writeService(sheet, planned, rule, { from, to, ahead }, delivered.at);
}

/** Periods that moved work waits at a source. */
function requalified(scenario: Scenario, { supplier, item }: Source): number {
  const own = (row: { readonly supplier: string; readonly item: string }) =>
    row.supplier === supplier && row.item === item;
  if (scenario.incumbents.some((row) => own(row) && row.qualified)) return 0;
  const quote = scenario.quotes.find((row) => own(row) && (row.fromQuantity ?? 0) === 0);
  return (
    quote?.qualificationPeriods ?? scenario.suppliers.find((row) => row.supplier === supplier)!.qualificationPeriods
  );
}

function writeHours(
  sheet: Sheet,
  { requirement, awarded }: Planned,
  rule: Rule,
  { lost, from, to }: Outage,
  last: number,
  madeBy: (source: Source, t: number) => Expression,
): void {
  const { scenario } = requirement.bill;
  for (const firm of scenario.suppliers) {
    const surge = rule.surge ?? firm.surge ?? scenario.robustness?.surge ?? 0;
    const own = awarded.filter(({ supplier }) => supplier === firm.supplier);
    for (const process of new Set(own.flatMap(({ hours }) => hours.map((step) => step.process))))
      for (const t of spanOf(from, last)) {
        const stretch: Rational = t <= to && !lost.has(firm.supplier) ? rational(1 + surge) : rational(1);
        const load = total(
          own.flatMap((source) =>
            source.hours.flatMap((step) => (step.process === process ? [scaled(madeBy(source, t), step.hours)] : [])),
          ),
        );
        const offered = multiply(stretch, capacity(scenario, firm.supplier, process, t));
        sheet.relations.push(atMost(load, constant(add(offered, rational(0)))));
      }
  }
}

function writeService(
  sheet: Sheet,
  { requirement, flow }: Planned,
  rule: Rule,
  { from, to, ahead }: Pick<Outage, 'from' | 'to'> & { readonly ahead: ReadonlyMap<string, readonly number[]> },
  delivered: (item: string, t: number) => Expression,
): Expression {
  const { bill, weight } = requirement;
  const level = rational(rule.serviceLevel ?? bill.scenario.robustness?.serviceLevel ?? 0.9);
  const end = bill.scenario.calendar.periods + bill.beyond;
  return total(
    bill.finals.map((final) => {
      const offsets = ahead.get(final)!;
      if (offsets.length === 0) return NOTHING;
      const open = variable(sheet.fresh());
      for (const offset of offsets) {
        const window = spanOf(from + offset, Math.min(to + offset, end));
        const had = total([open, ...window.map((t) => delivered(final, t))]);
        sheet.relations.push(atLeast(had, scaled(total(window.map((t) => flow.delivered(final, t))), level)));
      }
      return scaled(open, weight(final));
    }),
  );
}
