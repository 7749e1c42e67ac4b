import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { CheckContext } from './check.ts';
import { entry } from './entry.ts';
import { expandedHours } from './expansion.ts';
import { learnedHours } from './learning.ts';
import { timedOnboardings } from './onboarding.ts';
import { assumed, type LostTogether } from './outages.ts';

/** What an outage is judged from. */
export type Context = Pick<CheckContext, 'stated' | 'view' | 'flow' | 'plan'>;

/** What a plan gives to every outage of a rule, looked up once. */
export interface Assumptions {
  readonly context: Context;
  readonly serviceLevel: number;
  /** Hours of a supplier, without and with its surge. */
  readonly hoursAt: (supplier: string, process: string, t: PeriodIndex, surges: boolean) => number;
  readonly perUnit: (supplier: string, item: string, t: PeriodIndex) => readonly (readonly [string, number])[];
  /** Hours of a process that the plan has a supplier work in t on some of its items. */
  readonly worked: (supplier: string, process: string, t: PeriodIndex, on: (item: string) => boolean) => number;
  readonly readyFrom: (supplier: string, item: string) => PeriodIndex;
  /** Periods that moved work waits at a supplier. */
  readonly waits: (supplier: string, item: string) => number;
  /** First period in which something goes into a unit of the item completed in t; t where nothing does. */
  readonly begunAt: (item: string, t: PeriodIndex) => PeriodIndex;
  /** By product, then item: by how many periods something of it is needed before a delivery; the product itself by none. */
  readonly ahead: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;
}

/** Looks up what the outages of a rule have in common. */
export function assumptionsOf(context: Context, rule: RuleOf<'survive-outage'>): Assumptions {
  const { stated, view } = context;
  const { serviceLevel, surgeOf } = assumed(rule, stated);
  const expanded = expandedHours(context);
  const learned = learnedHours(context);
  const timed = timedOnboardings(stated);
  const { scenario } = stated;
  const perUnit: Assumptions['perUnit'] = (supplier, item, t) =>
    (stated.pairOf(supplier, item)?.hours ?? [])
      .map(({ process, hours }) => [process, hours * learned(supplier, item, t)] as const)
      .filter(([, hours]) => hours > 0);
  return {
    context,
    serviceLevel,
    hoursAt(supplier, process, t, surges) {
      const there = stated.capacity(supplier, process, t) + (expanded.get(supplier)?.get(process)?.[t] ?? 0);
      return (surges ? 1 + surgeOf(stated.suppliers.get(supplier)!) : 1) * there;
    },
    perUnit,
    worked(supplier, process, t, on) {
      let sum = 0;
      for (const { item } of view.awardsOfSupplier.get(supplier) ?? []) {
        const units = on(item) ? (view.volumeOf(supplier, item)?.units[t] ?? 0) : 0;
        if (units > 0) for (const [own, hours] of perUnit(supplier, item, t)) if (own === process) sum += hours * units;
      }
      return sum;
    },
    readyFrom: (supplier, item) =>
      timed.has(supplier) ? view.startOf(supplier) + (stated.pairOf(supplier, item)?.lead ?? 0) : 1,
    waits(supplier, item) {
      const own = (row: { readonly supplier: string; readonly item: string }) =>
        row.supplier === supplier && row.item === item;
      if (!rule.requalification || scenario.incumbents.some((row) => own(row) && row.qualified)) return 0;
      const quote = scenario.quotes.find((row) => own(row) && (row.fromQuantity ?? 0) === 0);
      return quote?.qualificationPeriods ?? stated.suppliers.get(supplier)!.qualificationPeriods;
    },
    begunAt: begunOf(context),
    ahead: new Map(stated.demand.map(({ item }) => [item, aheadOf(context, item)])),
  };
}

/** Follows the bill of materials down from each delivery of a product, with the lines in use then. */
function aheadOf({ stated }: Context, product: string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>([[product, new Set([0])]]);
  for (let at = 1; at <= stated.end; at++) {
    const due = new Map<string, Set<PeriodIndex>>([[product, new Set([at])]]);
    for (const item of stated.structure.order)
      for (const t of due.get(item) ?? []) {
        entry(found, item, () => new Set<number>()).add(at - t);
        const before = t - (stated.items.get(item)?.leadTime ?? 0);
        for (const usage of stated.structure.usages(item, t))
          entry(due, usage.item, () => new Set<PeriodIndex>()).add(before);
      }
  }
  return found;
}

/** By product: how long before its deliveries suppliers could work on it, whether or not they are awarded; none for one that they do not touch. */
export function offsetsOf({ context: { stated }, ahead }: Assumptions, { suppliers }: LostTogether) {
  const items = new Set(stated.pairs.flatMap(({ supplier, item }) => (suppliers.has(supplier) ? [item] : [])));
  return new Map(
    [...ahead].map(([product, below]) => [
      product,
      new Set([...items].flatMap((item) => [...(below.get(item) ?? [])])),
    ]),
  );
}

/** The last period in which an outage is felt, by its offsets. */
export const lastFelt = (offsets: ReturnType<typeof offsetsOf>, { to }: LostTogether): PeriodIndex =>
  to + Math.max(0, ...[...offsets.values()].flatMap((own) => [...own]));

/** What the plan delivers while an outage is felt, weighted: the size of the figures that meet. */
export function deliveredWhile(
  { context: { stated, view } }: Assumptions,
  from: PeriodIndex,
  last: PeriodIndex,
): Units {
  let size = 0;
  for (const { item, weight, required } of stated.demand) {
    const plan = view.deliveredOf(item);
    for (let t = from; t <= Math.min(last, required.length - 1); t++) size += weight * (plan?.[t] ?? 0);
  }
  return size;
}

/** A phantom is begun when what it stands for is. */
function begunOf({ stated }: Context): Assumptions['begunAt'] {
  const known = new Map<string, PeriodIndex>();
  const earliest = stated.scenario.policy.pastDue === 'first-period' ? 1 : stated.span.first - stated.horizon;
  const begun = (item: string, t: PeriodIndex): PeriodIndex =>
    entry(known, `${t} ${item}`, () => {
      const due = Math.max(earliest, t - (stated.items.get(item)?.leadTime ?? 0));
      const below = stated.structure.usages(item, t).map((usage) => {
        if (stated.items.get(usage.item)?.kind !== 'phantom') return due;
        const isEmpty = stated.structure.usages(usage.item, due).length === 0;
        return isEmpty ? Number.POSITIVE_INFINITY : begun(usage.item, due);
      });
      return Math.min(t, ...below);
    });
  return begun;
}
