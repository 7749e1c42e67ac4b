import type { Item } from '../../scenarios/domain/item.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { CheckContext } from './check.ts';
import { entry } from './entry.ts';
import type { ScenarioView } from './scenario-view.ts';

/** Units of an item used over the horizon, by consumer and place: a supplier's id, or null for the OEM. */
export type Uses = ReadonlyMap<string, ReadonlyMap<string | null, Units>>;

/**
 * What every place uses of an item that comes out of the plan's own production or stock: each assembly that takes it directly, or the
 * one in `deliverTo`, at the suppliers that complete the assembly (at the OEM where none does), and the OEM what it gets as a product.
 */
export function usesOf({ stated, view, flow }: CheckContext, { item, deliverTo: asked }: Item): Uses {
  const deliverTo = detour(stated, item, asked);
  const uses = new Map<string, Map<string | null, Units>>();
  const add = (consumer: string, place: string | null, units: Units) => {
    if (units === 0) return;
    const places = entry(uses, consumer, () => new Map<string | null, Units>());
    places.set(place, (places.get(place) ?? 0) + units);
  };
  const products = new Set(stated.scenario.programmes.map(({ product }) => product));
  for (const { item: consumer, kind } of stated.items.values()) {
    if (kind !== 'make' || (deliverTo !== undefined && deliverTo !== consumer)) continue;
    if (!stated.packages.has(consumer) && !products.has(consumer)) continue;
    const perUnit = unitsPerPeriod(stated, consumer, item, deliverTo !== undefined);
    if (perUnit.every((units) => units === 0)) continue;
    entry(uses, consumer, () => new Map<string | null, Units>());
    if (stated.packages.has(consumer)) {
      for (const { supplier } of view.awardsOfItem.get(consumer) ?? []) {
        view.volumeOf(supplier, consumer)?.units.forEach((made, t) => {
          add(consumer, supplier, made * perUnit[t]!);
        });
      }
    } else
      for (let t = 1; t <= stated.horizon; t++)
        add(consumer, null, (flow.completed(consumer)?.at(t) ?? 0) * perUnit[t]!);
  }
  if (products.has(item)) {
    entry(uses, item, () => new Map<string | null, Units>());
    for (let t = 1; t <= stated.horizon; t++) add(item, null, view.deliveredOf(item)?.[t] ?? 0);
  }
  return uses;
}

/** The assembly of `deliverTo`, where the item reaches it also inside something else; what it takes directly goes no other way. */
function detour(stated: ScenarioView, item: string, deliverTo: string | undefined): string | undefined {
  if (deliverTo === undefined) return undefined;
  const units = (throughAll: boolean) => unitsIn(stated, deliverTo, item, 1, throughAll, Number.NEGATIVE_INFINITY);
  return units(true) > units(false) ? deliverTo : undefined;
}

/**
 * Units of the item in one consumer completed in t = 1..T: directly as far as they are due within the plan, through all levels those in
 * the pipeline too, which {@link thereAtStart} then counts.
 */
function unitsPerPeriod(stated: ScenarioView, consumer: string, item: string, throughAll: boolean): readonly Units[] {
  const all = throughAll || stated.scenario.policy.pastDue === 'first-period';
  const earliest = all ? Number.NEGATIVE_INFINITY : 1;
  return Array.from({ length: stated.horizon + 1 }, (_, t) =>
    t === 0 ? 0 : unitsIn(stated, consumer, item, t, throughAll, earliest),
  );
}

function unitsIn(
  stated: ScenarioView,
  parent: string,
  item: string,
  t: PeriodIndex,
  throughAll: boolean,
  earliest: PeriodIndex,
): Units {
  const due = t - (stated.items.get(parent)?.leadTime ?? 0);
  let units = 0;
  for (const usage of stated.structure.usages(parent, t)) {
    if (usage.item === item && due >= earliest) units += usage.gross;
    else if (throughAll || stated.items.get(usage.item)?.kind === 'phantom') {
      units += usage.gross * unitsIn(stated, usage.item, item, due, throughAll, earliest);
    }
  }
  return units;
}

/** Units there at the start: on hand, and with `deliverTo` also in the stock on the way to that assembly and in the pipeline. */
export function thereAtStart(stated: ScenarioView, { item, stock, deliverTo: asked }: Item): Units {
  const deliverTo = detour(stated, item, asked);
  if (deliverTo === undefined) return stock;
  const everywhere = Number.NEGATIVE_INFINITY;
  let units = stock;
  for (const other of stated.items.values()) {
    if (other.stock === 0 || other.item === item || unitsIn(stated, deliverTo, other.item, 1, true, everywhere) === 0)
      continue;
    units += other.stock * unitsIn(stated, other.item, item, 1, true, everywhere);
  }
  for (const need of stated.pastDue) if (need.item === item) units += need.quantity;
  return units;
}
