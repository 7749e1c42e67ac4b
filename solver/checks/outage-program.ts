import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import { entry } from './entry.ts';
import { type Assumptions, type Context, deliveredWhile, lastFelt, offsetsOf } from './outage-assumptions.ts';
import type { Moved } from './outage-moved.ts';
import { columnOf, plus, type Sheet } from './outage-sheet.ts';
import type { LostTogether } from './outages.ts';

/** Whether anybody can complete an item: a package by its sources, others as needed, but not what is never required and only sold or made to order. */
function isHad({ stated }: Context, item: string): boolean {
  const facts = stated.items.get(item)!;
  if (facts.kind === 'phantom') return true;
  const toOrder =
    stated.scenario.quotes.some((quote) => quote.item === item) ||
    (facts.kind === 'make' && stated.scenario.routing.some((step) => step.item === item));
  if (toOrder) return false;
  const required = stated.required(item)?.sum(1, stated.horizon) ?? 0;
  return required > 0 || facts.stock > 0 || (facts.kind === 'buy' && facts.unitValue !== undefined);
}

/** An outage as its program sees it. */
interface Felt extends LostTogether {
  /** Last period in which it is felt, which may lie beyond the horizon. */
  readonly last: PeriodIndex;
  readonly moved: Moved | undefined;
}

/** A program of one outage. */
export interface Written {
  /** The columns of what is missing, by product, beyond what is given as missing of it. */
  readonly missing: ReadonlyMap<string, number>;
  /** What the plan delivers while the outage is felt, weighted. */
  readonly delivered: Units;
}

/** What may be asked of a program. */
interface Wanted {
  /** What is missing of a product by the plan. */
  readonly given?: (item: string) => Units;
  /**
   * Only what the lost suppliers are awarded is made by others than planned, nothing is made or delivered beyond the plan, and what such items do not
   * go into can follow: with less needed of them in each period, no more than planned has to be made. What is missing then is an upper bound.
   */
  readonly moved?: Moved;
}

/**
 * Writes the program of one outage: the least weighted service that is missing, as what can be completed up to each period against what is
 * needed up to it, until the last delivery for which the lost suppliers could have worked.
 */
export function writeOutage(
  sheet: Sheet,
  assumptions: Assumptions,
  lost: LostTogether,
  { given = () => 0, moved }: Wanted = {},
): Written {
  const { context } = assumptions;
  const { stated } = context;
  const offsets = offsetsOf(assumptions, lost);
  const outage: Felt = { ...lost, last: lastFelt(offsets, lost), moved };
  const { from, last } = outage;
  const balance = new Map<string, Map<number, number>[]>();
  const balanceOf = (item: string, t: PeriodIndex): Map<number, number> =>
    entry(balance, item, () => Array.from({ length: last - from + 1 }, () => new Map<number, number>()))[t - from]!;
  const earliest = stated.scenario.policy.pastDue === 'first-period' ? 1 : stated.span.first - stated.horizon;
  const completes = (item: string, t: PeriodIndex, most: Units): number => {
    const column = columnOf(sheet, 0, most);
    const due = Math.max(earliest, t - (stated.items.get(item)?.leadTime ?? 0));
    plus(balanceOf(item, t), column, 1);
    if (due >= from)
      for (const { item: component, gross } of stated.structure.usages(item, t))
        if (!moved || moved.balanced.has(component)) plus(balanceOf(component, due), column, -gross);
    return column;
  };
  const end = Math.min(last, stated.end);
  writeWork(sheet, assumptions, outage, completes);
  for (const item of stated.structure.order) {
    if (moved && !moved.balanced.has(item)) continue;
    const isPhantom = stated.items.get(item)!.kind === 'phantom';
    const planned = context.flow.completed(item);
    // After the horizon nothing is made by award: everything is completed as it is needed.
    const isMadeByOthers = stated.packages.has(item) ? !moved || moved.items.has(item) : !isHad(context, item);
    for (let t = from; t <= end; t++) {
      if (t <= stated.horizon && isMadeByOthers) continue;
      const isAsPlanned = moved !== undefined || (!isPhantom && assumptions.begunAt(item, t) < from);
      completes(item, t, isAsPlanned ? (planned?.at(t) ?? 0) : Number.POSITIVE_INFINITY);
    }
  }
  const served = writeService(sheet, assumptions, outage, offsets, given, balanceOf);
  for (const [item, perPeriod] of balance) writeBalance(sheet, context, item, perPeriod, from);
  return served;
}

/** Deliveries, each service window, and what is missing of the worst of a product. */
function writeService(
  sheet: Sheet,
  assumptions: Assumptions,
  { from, to, last, moved }: Felt,
  offsets: ReadonlyMap<string, ReadonlySet<number>>,
  given: (item: string) => Units,
  balanceOf: (item: string, t: PeriodIndex) => Map<number, number>,
): Written {
  const { context, serviceLevel, begunAt } = assumptions;
  const { stated, view } = context;
  const missing = new Map<string, number>();
  for (const { item, weight, required } of stated.demand) {
    const plan = view.deliveredOf(item);
    const end = Math.min(last, required.length - 1);
    const columns = new Map<PeriodIndex, number>();
    for (let t = from; t <= end; t++) {
      const isSunk = stated.items.get(item)!.kind === 'phantom' && begunAt(item, t) < from;
      const column = columnOf(sheet, 0, moved || isSunk ? (plan?.[t] ?? 0) : Number.POSITIVE_INFINITY);
      if (!moved || moved.balanced.has(item)) plus(balanceOf(item, t), column, -1);
      columns.set(t, column);
    }
    const own = offsets.get(item);
    if (!own || own.size === 0) continue;
    const lacking = columnOf(sheet, weight, Number.POSITIVE_INFINITY);
    const known = given(item) > 0 ? columnOf(sheet, 0, given(item)) : undefined;
    missing.set(item, lacking);
    for (const offset of own) {
      const terms = new Map([[lacking, 1]]);
      if (known !== undefined) terms.set(known, 1);
      let planned = 0;
      for (let t = from + offset; t <= Math.min(to + offset, end); t++) {
        plus(terms, columns.get(t)!, 1);
        planned += plan?.[t] ?? 0;
      }
      if (planned > 0) sheet.rows.push({ terms, least: serviceLevel * planned, most: Number.POSITIVE_INFINITY });
    }
  }
  return { missing, delivered: deliveredWhile(assumptions, from, last) };
}

/** What those who are left make of what they are awarded, within their hours, and no more than planned of what was begun before. */
function writeWork(
  sheet: Sheet,
  { context: { view, stated }, ...known }: Assumptions,
  { suppliers, from, to, last, moved }: Felt,
  completes: (item: string, t: PeriodIndex, most: Units) => number,
): void {
  const sunk = new Map<string, { readonly terms: Map<number, number>; readonly most: Units }>();
  for (const [supplier, awards] of view.awardsOfSupplier) {
    // The lost work again once the outage is over.
    for (let t = suppliers.has(supplier) ? to + 1 : from; t <= Math.min(last, stated.horizon); t++) {
      const hours = new Map<string, Map<number, number>>();
      const isMoved = ({ item }: { readonly item: string }) => moved?.items.has(item) ?? true;
      for (const { item } of awards.filter(isMoved)) {
        const pair = stated.pairOf(supplier, item);
        if (!pair?.available[t] || t < known.readyFrom(supplier, item)) continue;
        const planned = view.volumeOf(supplier, item)?.units[t] ?? 0;
        const column = completes(item, t, t < from + known.waits(supplier, item) ? planned : Number.POSITIVE_INFINITY);
        if (known.begunAt(item, t) < from || (moved && stated.structure.hasComponents(item))) {
          const all = { terms: new Map<number, number>(), most: view.madeOf(item)?.[t] ?? 0 };
          plus(entry(sunk, `${t} ${item}`, () => all).terms, column, 1);
        }
        for (const [process, perUnit] of known.perUnit(supplier, item, t))
          plus(
            entry(hours, process, () => new Map<number, number>()),
            column,
            perUnit,
          );
      }
      for (const [process, terms] of hours) {
        // More than there are is a fault of the plan by itself.
        const elsewhere = moved ? known.worked(supplier, process, t, (item) => !moved.items.has(item)) : 0;
        const most = Math.max(0, known.hoursAt(supplier, process, t, t <= to) - elsewhere);
        sheet.rows.push({ terms, least: Number.NEGATIVE_INFINITY, most });
      }
    }
  }
  for (const { terms, most } of sunk.values()) sheet.rows.push({ terms, least: Number.NEGATIVE_INFINITY, most });
}

/** On hand at the end of a period: never below zero, never more than before where it may not be built, nothing where nothing is stocked or after the horizon. */
function writeBalance(
  sheet: Sheet,
  { stated, view }: Context,
  item: string,
  perPeriod: readonly ReadonlyMap<number, number>[],
  from: PeriodIndex,
): void {
  const facts = stated.items.get(item)!;
  const mayRise = stated.packages.has(item) && stated.scenario.policy.stock === 'allowed';
  const isStocked = mayRise || (facts.kind !== 'phantom' && facts.stock > 0);
  const before = view.stock.get(item)?.[from - 1] ?? 0;
  const upTo = new Map<number, number>();
  for (const [at, terms] of perPeriod.entries()) {
    if (!isStocked || from + at > stated.horizon) {
      sheet.rows.push({ terms: new Map(terms), least: 0, most: 0 });
      continue;
    }
    for (const [column, value] of terms) plus(upTo, column, value);
    sheet.rows.push({ terms: new Map(upTo), least: -before, most: Number.POSITIVE_INFINITY });
    if (!mayRise) sheet.rows.push({ terms: new Map(terms), least: Number.NEGATIVE_INFINITY, most: 0 });
  }
}
