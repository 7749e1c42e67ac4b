import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Explosion } from '../../scenarios/explode-bom.ts';
import type { FinalDemand } from '../../scenarios/final-demand.ts';
import type { Requirements } from '../../scenarios/work-packages.ts';
import type { PlannedFlow } from './planned-flow.ts';

type Parts = Pick<
  PlannedFlow,
  | 'items'
  | 'lead'
  | 'made'
  | 'onHand'
  | 'completed'
  | 'stock'
  | 'onOrder'
  | 'firstEdge'
  | 'edgeFrom'
  | 'edgeTo'
  | 'edgeUnits'
  | 'firstUse'
  | 'uses'
  | 'useWeight'
>;

interface Stated {
  readonly scenario: Scenario;
  readonly explosion: Explosion;
  readonly demands: readonly FinalDemand[];
  readonly required: Requirements;
  readonly last: number;
}

/** By item: units of a component in one unit completed in period t, at index t. */
type Lines = ReadonlyMap<string, Float64Array>;

/** The components of every item below what is demanded that may lack, parents first; bought items without a quote never lack. */
function linesBelow({ scenario, explosion, demands, last, required }: Stated): ReadonlyMap<string, Lines> {
  const free = new Set(
    scenario.items.filter((item) => !mayLack(scenario, required, item.item)).map(({ item }) => item),
  );
  const found = new Map<string, Map<string, Float64Array>>();
  const visit = (parent: string): void => {
    if (found.has(parent)) return;
    const lines = new Map<string, Float64Array>();
    found.set(parent, lines);
    for (let t = 1; t <= last; t++) {
      for (const { item, quantity } of explosion.componentsOf(parent, t)) {
        if (free.has(item)) continue;
        const units = lines.get(item) ?? new Float64Array(last + 1);
        lines.set(item, units);
        units[t]! += quantity;
      }
    }
    for (const item of lines.keys()) visit(item);
  };
  for (const { item } of demands) if (!free.has(item)) visit(item);
  return new Map(explosion.order.flatMap((item) => (found.has(item) ? [[item, found.get(item)!] as const] : [])));
}

/** False for what is bought as needed: no quote, no consortium makes it. */
const mayLack = ({ quotes, items }: Scenario, { packages }: Requirements, name: string): boolean =>
  packages.some(({ item }) => item.item === name) ||
  quotes.some(({ item }) => item === name) ||
  items.find(({ item }) => item === name)?.kind !== 'buy';

/** 1 for packages, 2 for assemblies that nobody is awarded, 0 for what could only be had by an award that the plan does not need. */
function madeHow({ scenario, required }: Stated, item: string): number {
  if (required.packages.some((own) => own.item.item === item)) return 1;
  const byAward = scenario.quotes.some((own) => own.item === item) || scenario.routing.some((own) => own.item === item);
  return byAward ? 0 : 2;
}

/** Rows of a table by item and period, at row·(last + 1) + t. */
function byPeriod(
  numberOf: ReadonlyMap<string, number>,
  last: number,
  rows: readonly { readonly item: string; readonly t: number; readonly quantity: number }[],
): Float64Array {
  const values = new Float64Array(numberOf.size * (last + 1));
  for (const { item, t, quantity } of rows) {
    const number = numberOf.get(item);
    if (number !== undefined && t >= 1 && t <= last) values[number * (last + 1) + t]! += quantity;
  }
  return values;
}

/**
 * Items, what goes into them and what the plan completes and holds of each: of packages as the plan makes them, of other assemblies what
 * deliveries and the items above take. Stock is what follows from that.
 */
export function partFlow(
  stated: Stated,
  plan: Pick<Plan, 'production' | 'stock'>,
  delivered: Float64Array,
  at: (label: string) => number,
): Parts {
  const { scenario, demands, last } = stated;
  const below = linesBelow(stated);
  const items = [...below.keys()];
  const numberOf = new Map(items.map((item, number) => [item, number]));
  const width = last + 1;
  const rowOf = new Map(scenario.items.map((row) => [row.item, row]));
  const edges = items.flatMap((item, parent) =>
    [...below.get(item)!].map(([component, units]) => ({ parent, to: numberOf.get(component)!, units })),
  );
  const firstEdge = Int32Array.from({ length: items.length + 1 }, (_, v) => edges.filter((e) => e.parent < v).length);
  const lead = Int32Array.from(items, (item) => (rowOf.get(item)?.kind === 'make' ? rowOf.get(item)!.leadTime : 0));
  const made = Uint8Array.from(items, (item) => madeHow(stated, item));
  const onHand = Float64Array.from(items, (item) => rowOf.get(item)?.stock ?? 0);
  const periodRows = (rows: readonly { item: string; period: string; quantity: number }[]) =>
    byPeriod(
      numberOf,
      last,
      rows.map(({ item, period, quantity }) => ({ item, t: at(period), quantity })),
    );
  const completed = periodRows(plan.production);
  const stock = periodRows(plan.stock);
  const demandOf = new Map(demands.map(({ item }, demand) => [numberOf.get(item), demand]));
  const need = new Float64Array(width * items.length);
  for (let v = 0; v < items.length; v++) {
    const demand = demandOf.get(v);
    stock[v * width] = onHand[v]!;
    for (let t = 1; t <= last; t++) {
      const here = v * width + t;
      if (demand !== undefined) need[here]! += delivered[demand * width + t]!;
      if (t >= scenario.calendar.periods + 1) stock[here] = stock[here - 1]!;
      else if (made[v] === 1) stock[here] = Math.max(0, stock[here - 1]! + completed[here]! - need[here]!);
      if (made[v] !== 1 || t > scenario.calendar.periods) {
        completed[here] = made[v] === 0 ? 0 : Math.max(0, need[here]! + stock[here]! - stock[here - 1]!);
      }
      const early = scenario.policy.pastDue === 'first-period' ? 1 : 0;
      const start = Math.max(t - lead[v]!, early);
      if (start < 1) continue;
      for (let e = firstEdge[v]!; e < firstEdge[v + 1]!; e++) {
        const { to, units } = edges[e]!;
        need[to * width + start]! += units[t]! * completed[here]!;
      }
    }
  }
  return {
    ...{ items, lead, made, onHand, completed, stock, firstEdge },
    onOrder: onOrder(stated, items, lead),
    edgeFrom: Int32Array.from(edges, ({ parent }) => parent),
    edgeTo: Int32Array.from(edges, ({ to }) => to),
    edgeUnits: Float64Array.from(edges.flatMap(({ units }) => [...units])),
    ...usesOf(demands, numberOf, edges),
  };
}

/**
 * Units for which components are on order, in the periods of an item's own lead time: what full demand asks for of an item with components,
 * any number of one without; none where components due before the start are due in the first period instead.
 */
function onOrder({ scenario, required, last }: Stated, items: readonly string[], lead: Int32Array): Float64Array {
  const values = new Float64Array(items.length * (last + 1));
  if (scenario.policy.pastDue === 'first-period') return values;
  const parents = new Set(scenario.bom.map(({ parent }) => parent));
  const full = new Map([...required.packages, ...required.unconstrained].map((own) => [own.item.item, own]));
  items.forEach((item, v) => {
    const own = full.get(item);
    const bound = own !== undefined && own.item.kind !== 'buy' && parents.has(item);
    for (let t = 1; t <= Math.min(lead[v]!, scenario.calendar.periods); t++) {
      values[v * (last + 1) + t] = bound ? own.required[t]! : Number.POSITIVE_INFINITY;
    }
  });
  return values;
}

/** What takes each item, heaviest first: an item weighs what the heaviest thing weighs that it goes into. */
function usesOf(
  demands: readonly FinalDemand[],
  numberOf: ReadonlyMap<string, number>,
  edges: readonly { readonly parent: number; readonly to: number }[],
): Pick<Parts, 'firstUse' | 'uses' | 'useWeight'> {
  const weights = new Float64Array(numberOf.size);
  const uses: { readonly of: number; readonly use: number; readonly weight: number }[] = [];
  demands.forEach(({ item, weight }, demand) => {
    const of = numberOf.get(item);
    if (of === undefined) return;
    weights[of] = Math.max(weights[of]!, weight);
    uses.push({ of, use: -1 - demand, weight });
  });
  // Edges come by parent, and parents before their components, so that the weight of each parent is known.
  edges.forEach(({ parent, to }, edge) => {
    weights[to] = Math.max(weights[to]!, weights[parent]!);
    uses.push({ of: to, use: edge, weight: weights[parent]! });
  });
  uses.sort((a, b) => a.of - b.of || b.weight - a.weight || a.use - b.use);
  return {
    firstUse: Int32Array.from({ length: numberOf.size + 1 }, (_, v) => uses.filter(({ of }) => of < v).length),
    uses: Int32Array.from(uses, ({ use }) => use),
    useWeight: Float64Array.from(uses, ({ weight }) => weight),
  };
}
