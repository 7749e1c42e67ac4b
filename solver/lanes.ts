import type { Item } from '../scenarios/domain/item.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import type { Euro, Units } from '../scenarios/domain/units.ts';
import type { EligiblePair } from '../scenarios/eligibility.ts';
import type { Explosion, Need } from '../scenarios/explode-bom.ts';
import { type Coordinates, kilometres, placeOf, ratePerKm } from '../scenarios/shipping.ts';
import type { Requirements, WorkPackage } from '../scenarios/work-packages.ts';

/** Where a lane ends: at a maker of the consumer, or at the OEM. */
export interface LaneEnd {
  /** Position in {@link PlanningProblem.pairs} of the maker and the consumer; null: the OEM. */
  readonly pair: number | null;
  /** Per unit from each of the lane's sources, in their order. */
  readonly cost: readonly Euro[];
}

/** The way of a package's units to one thing that they go into. */
export interface Lane {
  readonly item: string;
  /** The item assembled of them; the item itself where it is delivered as a product. */
  readonly consumer: string;
  /** Units that one unit of the consumer completed in t takes; directly, only what the plan itself completes; index 0 unused. */
  readonly perUnit: Float64Array;
  /** Positions of the pairs that make the item. */
  readonly sources: readonly number[];
  readonly ends: readonly LaneEnd[];
}

interface Sets extends Pick<Requirements, 'packages'> {
  readonly pairs: readonly EligiblePair[];
  readonly pairsOf: ReadonlyMap<string, readonly number[]>;
}

/** The lanes of every package that weighs something, where transport is priced; sorted by item, then consumer. */
export function lanesOf(scenario: Scenario, explosion: Explosion, sets: Sets): readonly Lane[] {
  if (scenario.costs.transportPerTonneKm === 0) return [];
  const firms = new Map(scenario.suppliers.map((firm) => [firm.supplier, placeOf(firm)!]));
  const oems = new Map(scenario.programmes.map(({ product, oem }) => [product, placeOf(oem)!]));
  const consumers = consumersByItem(scenario, explosion, sets);
  const made = new Set(sets.packages.map(({ item }) => item.item));
  return sets.packages.flatMap(({ item }) => {
    const rate = ratePerKm(scenario, item);
    const sources = sets.pairsOf.get(item.item) ?? [];
    if (rate === 0) return [];
    const cost = (to: Coordinates) =>
      sources.map((pair) => rate * kilometres(firms.get(sets.pairs[pair]!.supplier)!, to));
    return (consumers.get(item.item) ?? []).map(({ consumer, perUnit }): Lane => {
      const makers = consumer !== item.item && made.has(consumer) ? (sets.pairsOf.get(consumer) ?? []) : undefined;
      const ends = makers
        ? makers.map((pair) => ({ pair, cost: cost(firms.get(sets.pairs[pair]!.supplier)!) }))
        : [{ pair: null, cost: cost(oems.get(consumer)!) }];
      return { item: item.item, consumer, perUnit, sources, ends };
    });
  });
}

interface Consumer {
  readonly consumer: string;
  readonly perUnit: Float64Array;
}

/** Parents through phantoms, or the assembly of `deliverTo`; and for a product its OEM. */
function consumersByItem(
  scenario: Scenario,
  explosion: Explosion,
  sets: Sets,
): ReadonlyMap<string, readonly Consumer[]> {
  const horizon = scenario.calendar.periods;
  const earliest = scenario.policy.pastDue === 'first-period' ? Number.NEGATIVE_INFINITY : 1;
  const found = new Map<string, Map<string, Float64Array>>();
  const add = (item: string, consumer: string, t: number, units: Units) => {
    const own = found.get(item) ?? new Map<string, Float64Array>();
    found.set(item, own);
    const perUnit = own.get(consumer) ?? new Float64Array(horizon + 1);
    own.set(consumer, perUnit);
    perUnit[t]! += units;
  };
  const target = new Map(sets.packages.map(({ item }) => [item.item, detourOf(explosion, item)]));
  const targets = new Set(target.values());
  const products = scenario.programmes.map(({ product }) => product);
  const assemblies = new Set([...sets.packages.map(({ item }) => item.item), ...products]);
  for (const consumer of assemblies) {
    for (let t = 1; t <= horizon; t++) {
      for (const { item, period, quantity } of explosion.componentsOf(consumer, t)) {
        if (period >= earliest && target.has(item) && target.get(item) === undefined) add(item, consumer, t, quantity);
      }
      if (!targets.has(consumer)) continue;
      for (const { item, quantity } of explosion.needsOf(consumer, t)) {
        if (target.get(item) === consumer) add(item, consumer, t, quantity);
      }
    }
  }
  for (const { product } of scenario.programmes) {
    for (let t = 1; t <= horizon && target.has(product); t++) add(product, product, t, 1);
  }
  return new Map([...found].map(([item, own]) => [item, sortedConsumers(own)]));
}

/** The assembly of `deliverTo`, unless it takes the item directly and only so: then nothing goes another way. */
function detourOf(explosion: Explosion, { item, deliverTo }: Item): string | undefined {
  if (deliverTo === undefined) return undefined;
  const units = (needs: readonly Need[]) =>
    needs.reduce((sum, need) => sum + (need.item === item ? need.quantity : 0), 0);
  return units(explosion.needsOf(deliverTo, 1)) > units(explosion.componentsOf(deliverTo, 1)) ? deliverTo : undefined;
}

const sortedConsumers = (own: ReadonlyMap<string, Float64Array>): readonly Consumer[] =>
  [...own].sort(([left], [right]) => (left < right ? -1 : 1)).map(([consumer, perUnit]) => ({ consumer, perUnit }));

/**
 * Units that need no shipping because they were there at the start: on hand, and for an item that goes to a larger assembly also inside
 * the stock of what lies between, and in the pipeline to it. (There all that goes into the assembly counts as use; what is assembled
 * directly counts only what the plan itself completes for it, so that its pipeline is left out on both sides.)
 */
export function onHandAtStart(
  scenario: Scenario,
  explosion: Explosion,
  { item }: WorkPackage,
  pastDue: Requirements['pastDue'],
): Units {
  const detour = detourOf(explosion, item);
  if (detour === undefined) return item.stock;
  const below = new Set(explosion.needsOf(detour, 1).map((need) => need.item));
  const inside = scenario.items
    .filter((other) => other.stock > 0 && below.has(other.item))
    .map((other) => {
      const needs = explosion.needsOf(other.item, 1).filter((need) => need.item === item.item);
      return other.stock * needs.reduce((sum, { quantity }) => sum + quantity, 0);
    });
  const underway = pastDue.filter((need) => need.item === item.item).map(({ quantity }) => quantity);
  return [...inside, ...underway].reduce((sum, units) => sum + units, item.stock);
}
