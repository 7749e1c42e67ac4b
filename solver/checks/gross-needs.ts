import type { Item, RoutingStep } from '../../scenarios/domain/item.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { FinalDemand } from '../../scenarios/final-demand.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { WorkPackage } from '../../scenarios/work-packages.ts';
import type { BomStructure } from './bom-structure.ts';
import { type Series, type Span, series, walkBom } from './walk-bom.ts';

/** Units of an item due before the start, at full demand. */
export interface PastDueNeed {
  readonly item: string;
  readonly period: PeriodIndex;
  readonly quantity: Units;
}

/** What full demand needs of every item, stock on hand ignored. */
export interface GrossNeeds {
  /** Sorted by item. */
  readonly packages: readonly WorkPackage[];
  /** Needs before the start that `pastDue: pipeline` leaves unplanned; sorted by item, then period. */
  readonly pastDue: readonly PastDueNeed[];
  /** Units due per period of any item that is needed. */
  readonly required: (item: string) => Series | undefined;
}

/**
 * Walks the bill of materials at full demand. A work package is an item needed in 1..T that is made and has a routing or a
 * quote, or is bought and has a quote.
 */
export function grossNeeds(
  scenario: Scenario,
  structure: BomStructure,
  span: Span,
  demand: readonly FinalDemand[],
): GrossNeeds {
  const needed = new Map<string, Series>();
  for (const { item, required } of demand) {
    const due = series(span);
    for (let t = 1; t < required.length; t++) due.add(t, required[t]!);
    needed.set(item, due);
  }
  walkBom(scenario, structure, span, needed, (_, needs) => needs);
  const steps = grouped(scenario.routing, ({ item }) => item);
  const quoted = new Set(scenario.quotes.map(({ item }) => item));
  const packages: WorkPackage[] = [];
  const pastDue: PastDueNeed[] = [];
  for (const item of [...scenario.items].sort((a, b) => (a.item < b.item ? -1 : 1))) {
    const needs = needed.get(item.item);
    if (!needs || item.kind === 'phantom') continue;
    for (let t = span.first; t < 1; t++) {
      if (needs.at(t) > 0) pastDue.push({ item: item.item, period: t, quantity: needs.at(t) });
    }
    const workPackage = packageOf(item, steps.get(item.item) ?? [], needs, scenario.calendar.periods);
    const awardable = quoted.has(item.item) || (item.kind === 'make' && workPackage.steps.length > 0);
    if (awardable && workPackage.total > 0) packages.push(workPackage);
  }
  return { packages, pastDue, required: (item) => needed.get(item) };
}

function packageOf(item: Item, steps: readonly RoutingStep[], needs: Series, horizon: number): WorkPackage {
  const required = Float64Array.from({ length: horizon + 1 }, (_, t) => (t === 0 ? 0 : needs.at(t)));
  return { item, steps, required, total: required.reduce((sum, units) => sum + units, 0) };
}
