import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { Ground } from './ground.ts';
import type { Outage } from './outages.ts';

/** Of what is sought, what may be left over: noise of an engine. */
const NOISE = 1e-9;

/**
 * Whether it shows without a linear program that β of what the plan delivers from an outage on can be delivered. All that the plan does is scaled by
 * β, which keeps every balance; what the lost suppliers then make has to come from stock, which is missing until the last effect, else from the free
 * hours of other sources, first come first served. Work that is found not to be bridged so may be bridged all the same.
 */
export function isBridged(ground: Ground, outage: Outage, serviceLevel: number): boolean {
  const gaps = lostWork(ground, outage, serviceLevel);
  if (gaps.length === 0) return true;
  const last = Math.min(ground.operation.problem.horizon, ground.spanOf(outage).last);
  const stock = scaledStock(ground, outage, serviceLevel, last);
  const hours = freeHours(ground, outage, serviceLevel);
  return gaps.every(({ item, t, units }) => {
    const left = units - stock(item, t, units);
    return left <= NOISE * units || left - hours(item, t, left) <= NOISE * Math.max(1, units);
  });
}

interface Gap {
  readonly item: string;
  readonly t: PeriodIndex;
  readonly units: Units;
}

/** Whether the plan has the lost suppliers make anything in the window. */
export const losesWork = (ground: Ground, outage: Outage): boolean => lostWork(ground, outage, 1).length > 0;

function lostWork({ sources, sourcesAt }: Ground, { loss, from, to }: Outage, level: number): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const supplier of loss.suppliers)
    for (const source of sourcesAt.get(supplier) ?? []) {
      const { item, made } = sources[source]!;
      for (let t = from; t <= to; t++) if (made[t]! > NOISE) gaps.push({ item, t, units: level * made[t]! });
    }
  return gaps.sort((left, right) => left.t - right.t || (left.item < right.item ? -1 : 1));
}

/** Takes from stock in period t what is there from then on; answers with the units. */
function scaledStock(
  { operation: { stock }, stockedAt }: Ground,
  { from }: Outage,
  level: number,
  last: PeriodIndex,
): (item: string, t: PeriodIndex, wanted: Units) => Units {
  const left = new Map<string, Float64Array>();
  const leftOf = (item: string, stocked: number): Float64Array => {
    const before = stock[stocked]![from - 1]!;
    const own =
      left.get(item) ??
      Float64Array.from(
        { length: last - from + 1 },
        (_, at) => before + level * (stock[stocked]![from + at]! - before),
      );
    left.set(item, own);
    return own;
  };
  return (item, t, wanted) => {
    const stocked = stockedAt.get(item);
    if (stocked === undefined) return 0;
    const own = leftOf(item, stocked).subarray(t - from);
    const taken = Math.max(0, Math.min(wanted, ...own));
    for (let at = 0; at < own.length; at++) own[at]! -= taken;
    return taken;
  };
}

/** Takes hours of other sources of an item in period t, as far as they are free and work may be moved there; answers with the units. */
function freeHours(
  ground: Ground,
  outage: Outage,
  level: number,
): (item: string, t: PeriodIndex, wanted: Units) => Units {
  const { operation, sources, sourcesAt, hours, stretch } = ground;
  const { pairs } = operation.problem;
  const lost = new Set(outage.loss.suppliers);
  const used = new Map<string, number>();
  const perUnit = (source: number, process: string, t: PeriodIndex): number => {
    const pair = pairs[sources[source]!.pair]!;
    return (pair.hours.find((step) => step.process === process)?.hours ?? 0) * (pair.learned?.taken[t] ?? 1);
  };
  const usedOf = (candidate: number, supplier: string, process: string, t: PeriodIndex): number =>
    used.get(`${candidate}|${t}|${process}`) ??
    (sourcesAt.get(supplier) ?? []).reduce(
      (all, own) => all + level * sources[own]!.made[t]! * perUnit(own, process, t),
      0,
    );
  const moved = new Map<string, Units>();
  return (item, t, wanted) => {
    let found = 0;
    for (const source of ground.sourcesOf.get(item) ?? []) {
      const { candidate, supplier, made, pair } = sources[source]!;
      if (lost.has(supplier)) continue;
      const here = `${source}|${t}`;
      let room = Math.min(
        wanted - found,
        mostOf(ground, outage, source, t) - level * made[t]! - (moved.get(here) ?? 0),
      );
      const steps = pairs[pair]!.hours.filter((step) => step.hours > 0);
      for (const { process } of steps) {
        const free =
          hours[candidate]!.get(process)![t]! * stretch[candidate]! - usedOf(candidate, supplier, process, t);
        room = Math.min(room, free / perUnit(source, process, t));
      }
      if (!(room > 0)) continue;
      for (const { process } of steps)
        used.set(
          `${candidate}|${t}|${process}`,
          usedOf(candidate, supplier, process, t) + room * perUnit(source, process, t),
        );
      moved.set(here, (moved.get(here) ?? 0) + room);
      found += room;
    }
    return found;
  };
}

/**
 * The most units that a source may make in t apart from its hours: none while not ready, as planned while moved work waits there. Of what was begun
 * before the outage all sources together may make as much as planned, of which β is no more.
 */
function mostOf({ sources, waits }: Ground, { from }: Outage, source: number, t: PeriodIndex): Units {
  const { ready, made } = sources[source]!;
  if (!ready[t]) return 0;
  return t < from + waits[source]! ? made[t]! : Number.POSITIVE_INFINITY;
}
