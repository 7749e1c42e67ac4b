import type { PeriodIndex, Units } from '../domain/units.ts';
import type { BomNetwork } from './network.ts';

/** Units of one item by period: quantities[k] are due in period first + k. */
export interface Due {
  readonly item: number;
  readonly first: PeriodIndex;
  readonly quantities: Float64Array;
}

/** Numbers of the items on any path down from the given ones, themselves included, parents before components. */
export function reached(network: BomNetwork, from: readonly number[]): Int32Array {
  const seen = new Uint8Array(network.items.length);
  const found = [...new Set(from)];
  for (const item of found) seen[item] = 1;
  for (let at = 0; at < found.length; at += 1) {
    const item = found[at]!;
    for (let line = network.firstLine[item]!; line < network.firstLine[item + 1]!; line += 1) {
      const component = network.components[line]!;
      if (seen[component]) continue;
      seen[component] = 1;
      found.push(component);
    }
  }
  return Int32Array.from(found).sort();
}

/**
 * Takes demand down the bill of materials and visits every item that it can reach, parents before components, with all that is
 * due of it: its own demand and, from every parent P and line, gross quantity × P due leadTime(P) periods later.
 * Because all parents come first, each item and period is expanded once, over however many paths it is needed.
 * What would be due before `earliest` is due in it. The visited quantities are not kept: at 10,000 levels they would not fit.
 */
export function propagate(
  network: BomNetwork,
  demand: readonly Due[],
  earliest: PeriodIndex,
  visit: (due: Due) => void,
): void {
  const items = reached(
    network,
    demand.map((due) => due.item),
  );
  const { first, last } = windows(network, items, demand, earliest);
  const quantities = new Array<Float64Array | undefined>(network.items.length);
  const add = (item: number, period: PeriodIndex, quantity: Units): void => {
    quantities[item] ??= new Float64Array(last[item]! - first[item]! + 1);
    quantities[item][Math.max(period, earliest) - first[item]!]! += quantity;
  };
  for (const due of demand) {
    for (const [k, quantity] of due.quantities.entries()) add(due.item, due.first + k, quantity);
  }
  for (const item of items) {
    const own = quantities[item];
    if (own === undefined) continue;
    quantities[item] = undefined;
    const due = { item, first: first[item]!, quantities: own };
    expand(network, due, add);
    visit(due);
  }
}

/** Adds what one item needs of its components. Plain loops over typed arrays: see {@link BomNetwork}. */
function expand(
  network: BomNetwork,
  due: Due,
  add: (item: number, period: PeriodIndex, quantity: Units) => void,
): void {
  const { components, gross, firstLine } = network;
  const lead = network.leadTimes[due.item]!;
  const from = firstLine[due.item]!;
  const to = firstLine[due.item + 1]!;
  if (from === to) return;
  for (let k = 0; k < due.quantities.length; k += 1) {
    const quantity = due.quantities[k]!;
    if (quantity === 0) continue;
    const period = due.first + k;
    if (network.dated[due.item]) {
      for (const line of network.linesIn(due.item, period)) {
        add(components[line]!, period - lead, quantity * gross[line]!);
      }
    } else {
      for (let line = from; line < to; line += 1) add(components[line]!, period - lead, quantity * gross[line]!);
    }
  }
}

/** The earliest and latest period in which each item can be due, so that its array is no longer than it must be. */
function windows(
  network: BomNetwork,
  items: Int32Array,
  demand: readonly Due[],
  earliest: PeriodIndex,
): { first: Int32Array; last: Int32Array } {
  const first = new Int32Array(network.items.length).fill(2 ** 31 - 1);
  const last = new Int32Array(network.items.length).fill(-(2 ** 31));
  const widen = (item: number, from: PeriodIndex, to: PeriodIndex): void => {
    first[item] = Math.min(first[item]!, Math.max(from, earliest));
    last[item] = Math.max(last[item]!, Math.max(to, earliest));
  };
  for (const due of demand) widen(due.item, due.first, due.first + due.quantities.length - 1);
  for (const item of items) {
    const lead = network.leadTimes[item]!;
    for (let line = network.firstLine[item]!; line < network.firstLine[item + 1]!; line += 1) {
      widen(network.components[line]!, first[item]! - lead, last[item]! - lead);
    }
  }
  return { first, last };
}
