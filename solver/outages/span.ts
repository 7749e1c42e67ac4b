import type { PeriodIndex, Periods } from '../../scenarios/domain/units.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Outage } from './outages.ts';

/** When an outage is felt. */
export interface Span {
  /** The periods in which the lost suppliers make nothing. */
  readonly from: PeriodIndex;
  readonly to: PeriodIndex;
  /** Last period in which what they would have made is missing from a delivery; it may lie beyond the horizon. */
  readonly last: PeriodIndex;
  /** Per demand: how many periods before a delivery they could make something for it, ascending; empty where they never do. */
  readonly offsets: readonly (readonly Periods[])[];
}

export type SpanOf = (outage: Outage) => Span;

/**
 * The span of each outage. Who could make what counts, awarded or not, so that it does not depend on a plan; a problem that was narrowed
 * has the spans of the whole.
 */
export function spansOf(problem: PlanningProblem): SpanOf {
  const before = offsetsOf(problem);
  const itemsOf = grouped(problem.whole?.pairs ?? problem.pairs, ({ supplier }) => supplier);
  return ({ loss, from, to }) => {
    const items = new Set(loss.suppliers.flatMap((supplier) => itemsOf.get(supplier) ?? []).map(({ item }) => item));
    const offsets = problem.demands.map((_, demand) => {
      const own = new Set([...items].flatMap((item) => [...(before[demand]!.get(item) ?? [])]));
      return [...own].sort((left, right) => left - right);
    });
    return { from, to, last: to + Math.max(0, ...offsets.flat()), offsets };
  };
}

/** Per demand and item: the numbers of periods by which the item is needed before a delivery. */
function offsetsOf({ demands, explosion }: PlanningProblem): readonly ReadonlyMap<string, ReadonlySet<Periods>>[] {
  return demands.map(({ item, required }) => {
    const offsets = new Map<string, Set<Periods>>([[item, new Set([0])]]);
    for (let at = 1; at < required.length; at++)
      for (const need of explosion.needsOf(item, at)) {
        const own = offsets.get(need.item) ?? new Set();
        offsets.set(need.item, own.add(at - need.period));
      }
    return offsets;
  });
}

/** The service windows of a demand: [τ + k, e + k] for each offset k, within the periods of its deliveries. */
export const serviceWindows = (
  { from, to, offsets }: Span,
  demand: number,
  lastDelivery: PeriodIndex,
): readonly { readonly from: PeriodIndex; readonly to: PeriodIndex }[] =>
  offsets[demand]!.map((offset) => ({ from: from + offset, to: Math.min(lastDelivery, to + offset) })).filter(
    (window) => window.from <= window.to,
  );
