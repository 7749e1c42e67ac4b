import type { Item } from '../../scenarios/domain/item.ts';
import type { ShipmentRow } from '../../scenarios/domain/plan.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { ratePerKm } from '../../scenarios/shipping.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { thereAtStart, usesOf } from './shipping-needs.ts';
import { exceeds } from './tolerance.ts';
import { contrast, figure } from './wording.ts';

/**
 * Where transport is priced, over the horizon and for each work package that weighs something: a supplier ships no more than it makes; no
 * place receives more than it uses, and what places use and do not receive was there at the start. Elsewhere nothing is shipped.
 */
export const shipping: Check = {
  name: 'shipping',
  check(context) {
    const { stated, plan } = context;
    const byItem = grouped(plan.shipments, ({ item }) => item);
    const priced = [...stated.packages.values()].filter(({ item }) => ratePerKm(stated.scenario, item) > 0);
    const faults = priced.flatMap(({ item }) => {
      const own = byItem.get(item.item) ?? [];
      return [...sentFaults(context, item.item, own), ...receivedFaults(context, item, own)];
    });
    const known = new Set(priced.map(({ item }) => item.item));
    for (const [item] of byItem) {
      if (!known.has(item)) faults.push({ item, message: `${item} is shipped, but its transport is not priced` });
    }
    return { faults };
  },
};

function sentFaults({ view }: CheckContext, item: string, shipments: readonly ShipmentRow[]): Fault[] {
  const faults: Fault[] = [];
  for (const [supplier, rows] of grouped(shipments, ({ from }) => from)) {
    const made = view.volumeOf(supplier, item)?.total ?? 0;
    const sent = rows.reduce((sum, { quantity }) => sum + quantity, 0);
    if (exceeds(sent, made, made)) {
      const [found, expected] = contrast(sent, made);
      const message = `${supplier} ships ${found} ${item} but makes ${expected}`;
      faults.push({ item, supplier, message, found: sent, expected: made });
    }
    for (const { quantity } of rows) {
      if (quantity < 0)
        faults.push({ item, supplier, message: `${supplier} ships ${figure(quantity)} ${item}`, found: quantity });
    }
  }
  return faults;
}

function receivedFaults(context: CheckContext, item: Item, shipments: readonly ShipmentRow[]): Fault[] {
  const uses = usesOf(context, item);
  const faults: Fault[] = [];
  let elsewhere = 0;
  let scale = 0;
  for (const [consumer, rows] of grouped(shipments, (row) => row.consumer)) {
    if (uses.has(consumer)) continue;
    const found = rows.reduce((sum, { quantity }) => sum + quantity, 0);
    faults.push({
      item: item.item,
      message: `${item.item} is shipped for ${consumer}, which does not take it`,
      found,
      expected: 0,
    });
  }
  for (const [consumer, places] of uses) {
    const received = grouped(
      shipments.filter((row) => row.consumer === consumer),
      ({ to }) => to,
    );
    for (const place of new Set([...places.keys(), ...received.keys()])) {
      const used = places.get(place) ?? 0;
      const got = (received.get(place) ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
      scale = Math.max(scale, used);
      elsewhere += Math.max(0, used - got);
      if (!exceeds(got, used, used)) continue;
      const [found, expected] = contrast(got, used);
      const message = `${place ?? 'the OEM'} receives ${found} ${item.item} for ${consumer} but uses ${expected}`;
      faults.push({ item: item.item, ...(place && { supplier: place }), message, found: got, expected: used });
    }
  }
  const atStart = thereAtStart(context.stated, item);
  if (exceeds(elsewhere, atStart, Math.max(atStart, scale))) {
    const [found, expected] = contrast(elsewhere, atStart);
    const message = `${found} ${item.item} are used without being shipped, but ${expected} were there at the start`;
    faults.push({ item: item.item, message, found: elsewhere, expected: atStart });
  }
  return faults;
}
