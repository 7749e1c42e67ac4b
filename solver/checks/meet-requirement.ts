import type { Item } from '../../scenarios/domain/item.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { forgiven } from './tolerance.ts';
import { figure } from './wording.ts';

/**
 * For each item i and period t in 1..T, with stock[i,0] on hand at the start and the stated stock elsewhere:
 *
 *   stock[i,t] = stock[i,t−1] + completed[i,t] − needed[i,t] ≥ 0
 *
 * where a work package is completed as its production rows say and any other item as needed, less what comes out of stock.
 * Only the stock of a work package may rise, and only with `stock: allowed`. A work package has at least its safety stock on
 * hand from the first period on in which an eligible source can produce it; under `pastDue: pipeline`, in which only the components
 * of full demand are on order at the start, not before its lead times and those below it have passed.
 */
export const meetRequirement: Check = {
  name: 'meet-requirement',
  check(context) {
    const safeFrom = firstReady(context);
    return { faults: [...context.stated.items.values()].flatMap((item) => itemFaults(context, item, safeFrom)) };
  },
};

function firstReady({ stated }: CheckContext): ReadonlyMap<string, PeriodIndex> {
  const ready = new Map<string, PeriodIndex>();
  for (const { item, available } of stated.pairs) {
    const first = available.indexOf(true);
    if (first > 0) ready.set(item, Math.min(first, ready.get(item) ?? first));
  }
  if (stated.scenario.policy.pastDue === 'pipeline') {
    for (const [item, first] of ready) ready.set(item, Math.max(first, stated.structure.leadTimeBelow(item) + 1));
  }
  return ready;
}

function itemFaults({ stated, view, flow }: CheckContext, item: Item, safeFrom: ReadonlyMap<string, number>): Fault[] {
  const stock = view.stock.get(item.item);
  const completed = flow.completed(item.item);
  if (!completed && !stock) return [];
  const isPackage = stated.packages.has(item.item);
  const mayRise = isPackage && stated.scenario.policy.stock === 'allowed';
  const safeSince = isPackage ? (safeFrom.get(item.item) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const faults: Fault[] = [];
  for (let t = 1; t <= stated.horizon; t++) {
    const balance = {
      before: stock?.[t - 1] ?? 0,
      completed: completed?.at(t) ?? 0,
      needed: flow.needed(item.item)?.at(t) ?? 0,
      left: stock?.[t] ?? 0,
    };
    const subject = { item: item.item, period: stated.label(t) };
    faults.push(...balanceFault(subject, balance, isPackage));
    if (!mayRise) faults.push(...riseFault(subject, balance, isPackage));
    if (t >= safeSince) faults.push(...safetyFault(subject, balance.left, item.safetyStock));
  }
  return faults;
}

type Subject = { readonly item: string; readonly period: string };
type Balance = Readonly<Record<'before' | 'completed' | 'needed' | 'left', number>>;

function balanceFault({ item, period }: Subject, balance: Balance, isPackage: boolean): Fault[] {
  const { before, completed, needed, left } = balance;
  const found = before + completed;
  const expected = needed + left;
  if (Math.abs(found - expected) <= forgiven(Math.max(before, completed, needed, left))) return [];
  const had = `${figure(before)} on hand and ${figure(completed)} made`;
  const wanted = `${figure(needed)} needed and ${figure(left)} left in stock`;
  const over = isPackage || found < expected ? '' : ', so that more leaves the stock than is used';
  const message = `${item} in ${period}: ${had}, but ${wanted}${over}`;
  return [{ item, period, message, found, expected }];
}

function riseFault({ item, period }: Subject, { before, left }: Balance, isPackage: boolean): Fault[] {
  if (left <= before + forgiven(before)) return [];
  const why = isPackage ? 'the policy makes nothing ahead' : 'it is had as needed, never made ahead';
  const message = `stock of ${item} rises from ${figure(before)} to ${figure(left)} in ${period}, but ${why}`;
  return [{ item, period, message, found: left, expected: before }];
}

function safetyFault({ item, period }: Subject, left: number, safety: number): Fault[] {
  if (left >= safety - forgiven(safety)) return [];
  const message = `${figure(left)} ${item} on hand at the end of ${period}, safety stock ${figure(safety)}`;
  return [{ item, period, message, found: left, expected: safety }];
}
