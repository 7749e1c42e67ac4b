import { hasCycle } from 'graphology-dag';
import { cyclesOf } from './bom/cycles.ts';
import { bomGraph } from './bom/graph.ts';
import { type BomNetwork, bomNetwork } from './bom/network.ts';
import { type Due, propagate, reached } from './bom/propagate.ts';
import type { Scenario } from './domain/scenario.ts';
import type { PeriodIndex, Periods, Units } from './domain/units.ts';

/** Gross units of an item due in a period, scrap included. */
export interface Need {
  readonly item: string;
  readonly period: PeriodIndex;
  readonly quantity: Units;
}

/** Units of an item wanted by period: required[t] by the end of period t; required[0] is not read. */
interface Wanted {
  readonly item: string;
  readonly required: Float64Array;
}

/** All that is due of an item by period: quantities[k] in period first + k. */
export interface GrossNeed {
  readonly item: string;
  readonly first: PeriodIndex;
  readonly quantities: Float64Array;
}

/** An acyclic bill of materials, ready to be asked what an item needs. */
export interface Explosion {
  /** Low-level code: 0 = no parent, else one more than the highest of the parents. */
  readonly levels: ReadonlyMap<string, number>;
  /** Every item of the tables and of the BOM, parents before components. */
  readonly order: readonly string[];
  /** Longest sum of lead times of the item and the items on one path below it that have components; dates are ignored. */
  leadTimeBelow(item: string): Periods;
  /**
   * Everything below the item (not itself), phantoms included, for one unit completed in `period`: gross, aggregated over all
   * paths per item and period, in `order` and then by period. Periods may lie before 1 or after the last. Empty for an unknown item.
   */
  needsOf(item: string, period: PeriodIndex): readonly Need[];
  /**
   * What one unit completed in `period` is assembled from, phantoms replaced by what they stand for, each with its due period. One entry
   * per line.
   */
  componentsOf(item: string, period: PeriodIndex): readonly Need[];
  /**
   * Needs of everything wanted together, the wanted items' own included, in `order` (after what nobody knows). With `earliest` what would be due before
   * it is due in it, at every level. Much cheaper than adding up `needsOf`: each item and period is expanded once.
   */
  grossNeeds(wanted: readonly Wanted[], visit: (need: GrossNeed) => void, earliest?: PeriodIndex): void;
}

/** The explosion, or the cycles that forbid one. */
export type ExplodedBom =
  | { readonly ok: true; readonly explosion: Explosion }
  | { readonly ok: false; readonly cycles: readonly (readonly string[])[] };

const NEVER_EARLY = -(2 ** 30);

/**
 * Reads a bill of materials. A component is due leadTime(parent) periods before its parent; a line counts when it is effective on
 * the last day of the period in which its parent is due; of alternates the effective one with the lowest priority counts.
 * Each cycle lists the items of one knot in order: `['A', 'B']` is A → B → A.
 */
export function explodeBom(scenario: Pick<Scenario, 'bom' | 'items' | 'calendar'>): ExplodedBom {
  const source = bomGraph(scenario.bom, scenario.items);
  if (hasCycle(source.graph)) return { ok: false, cycles: cyclesOf(source) };
  const network = bomNetwork(source, scenario.items, scenario.calendar);
  const below = leadTimesBelow(network);
  const numberOf = (item: string): number => network.numberOf.get(item) ?? -1;
  return {
    ok: true,
    explosion: {
      levels: new Map(network.items.map((item, number) => [item, network.levels[number]!])),
      order: network.items,
      leadTimeBelow: (item) => below[numberOf(item)] ?? 0,
      needsOf: needsOfOne(network),
      componentsOf: (item, period) => componentsOf(network, phantomsOf(scenario.items), numberOf(item), period),
      grossNeeds: (wanted, visit, earliest = NEVER_EARLY) => {
        const due: Due[] = [];
        for (const { item, required } of wanted) {
          const own = { first: 1, quantities: required.slice(1) };
          if (network.numberOf.has(item)) due.push({ item: numberOf(item), ...own });
          else visit({ item, ...own });
        }
        propagate(network, due, earliest, ({ item, first, quantities }) =>
          visit({ item: network.items[item]!, first, quantities }),
        );
      },
    },
  };
}

/** The explosion of a scenario that was read: cycles are refused there. Throws where there is one. */
export function explosionOf(scenario: Parameters<typeof explodeBom>[0]): Explosion {
  const exploded = explodeBom(scenario);
  if (!exploded.ok) throw new Error('a scenario with cycles in its BOM was not refused');
  return exploded.explosion;
}

/** Components have higher numbers, so going backwards meets them before their parents. */
function leadTimesBelow(network: BomNetwork): Int32Array {
  const below = new Int32Array(network.items.length);
  for (let item = below.length - 1; item >= 0; item -= 1) {
    let longest = -1;
    for (let line = network.firstLine[item]!; line < network.firstLine[item + 1]!; line += 1) {
      longest = Math.max(longest, below[network.components[line]!]!);
    }
    below[item] = longest < 0 ? 0 : network.leadTimes[item]! + longest;
  }
  return below;
}

const phantomsOf = (items: Scenario['items']): ReadonlySet<string> =>
  new Set(items.filter(({ kind }) => kind === 'phantom').map(({ item }) => item));

function componentsOf(
  network: BomNetwork,
  phantoms: ReadonlySet<string>,
  parent: number,
  period: PeriodIndex,
): readonly Need[] {
  if (parent < 0) return [];
  return network.linesIn(parent, period).flatMap((line) => {
    const component = network.components[line]!;
    const item = network.items[component]!;
    const need = { item, period: period - network.leadTimes[parent]!, quantity: network.gross[line]! };
    if (!phantoms.has(item)) return [need];
    return componentsOf(network, phantoms, component, need.period).map((below) => ({
      ...below,
      quantity: below.quantity * need.quantity,
    }));
  });
}

/** The needs of one unit due in period `at`, as columns. */
interface Profile {
  readonly at: PeriodIndex;
  readonly items: readonly number[];
  readonly periods: readonly PeriodIndex[];
  readonly quantities: readonly Units[];
}

/** How many numbers of past answers are kept. */
const KEPT = 1_000_000;

/**
 * Without dates on any line below, the answer for another period is the same one shifted: worked out once per item, and kept while
 * there is room.
 */
function needsOfOne(network: BomNetwork): Explosion['needsOf'] {
  const kept = new Map<number, Profile>();
  let room = KEPT;
  const keep = (item: number, profile: Profile): void => {
    if (profile.items.length > room) {
      kept.clear();
      room = KEPT;
    }
    kept.set(item, profile);
    room -= profile.items.length;
  };
  return (name, period) => {
    const item = network.numberOf.get(name);
    if (item === undefined) return [];
    let profile = kept.get(item);
    if (!profile) {
      profile = profileOf(network, item, period);
      if (reached(network, [item]).every((below) => !network.dated[below])) keep(item, profile);
    }
    const { items, periods, quantities, at } = profile;
    return items.map((below, k) => ({
      item: network.items[below]!,
      period: periods[k]! + period - at,
      quantity: quantities[k]!,
    }));
  };
}

function profileOf(network: BomNetwork, item: number, at: PeriodIndex): Profile {
  const items: number[] = [];
  const periods: PeriodIndex[] = [];
  const quantities: Units[] = [];
  const collect = (due: Due): void => {
    if (due.item === item) return;
    due.quantities.forEach((quantity, k) => {
      if (quantity === 0) return;
      items.push(due.item);
      periods.push(due.first + k);
      quantities.push(quantity);
    });
  };
  propagate(network, [{ item, first: at, quantities: Float64Array.of(1) }], NEVER_EARLY, collect);
  return { at, items, periods, quantities };
}
