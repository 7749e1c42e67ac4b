import type { Future } from './future.ts';
import type { PlannedFlow } from './planned-flow.ts';

/** What a plan works towards when programmes call off more or less than stated, by period as in {@link PlannedFlow}. */
export interface AimedFlow {
  /** Of each demand: units to be delivered. */
  readonly deliveries: Float64Array;
  /** Of each item: units that deliveries and assemblies take, summed up to each period. */
  readonly taken: Float64Array;
  readonly completed: Float64Array;
  readonly stock: Float64Array;
}

export const aimless = ({ demands, items, last }: PlannedFlow): AimedFlow => ({
  deliveries: new Float64Array(demands.length * (last + 1)),
  taken: new Float64Array(items.length * (last + 1)),
  completed: new Float64Array(items.length * (last + 1)),
  stock: new Float64Array(items.length * (last + 1)),
});

/**
 * Works out, into `aimed`, what a plan makes of what programmes call off: deliveries are as planned times the factor, at most what is due then (below 1
 * as planned as far as it is due); stock is held in proportion to what is taken of the item over all periods; what is completed follows.
 * `usual` is what each item is taken for in total with every factor 1.
 */
export function aimFor(
  flow: PlannedFlow,
  { programme }: Pick<Future, 'programme'>,
  usual: Float64Array,
  aimed: AimedFlow,
): void {
  const { last, demands, items, due, delivered, demandItem, carried, made, lead, fromFirst } = flow;
  const width = last + 1;
  const { deliveries, taken, completed, stock } = aimed;
  taken.fill(0);
  for (let d = 0; d < demands.length; d++) {
    const factor = programme[d]!;
    const item = demandItem[d]!;
    for (let t = 1; t <= last; t++) {
      const at = d * width + t;
      const planned = delivered[at]!;
      deliveries[at] = carried ? planned * factor : Math.min(due[at]! * factor, planned * Math.max(1, factor));
      // A plan may deliver less than is due by a rounding error, never more than it says.
      if (factor === 1) deliveries[at] = planned;
      if (item >= 0) taken[item * width + t]! += deliveries[at]!;
    }
  }
  for (let v = 0; v < items.length; v++) {
    const row = v * width;
    let total = 0;
    for (let t = 1; t <= last; t++) total += taken[row + t]!;
    const ratio = usual[v]! > 0 ? total / usual[v]! : 1;
    stock[row] = flow.stock[row]!;
    for (let t = 1; t <= last; t++) {
      stock[row + t] = flow.stock[row + t]! * ratio;
      const growth = stock[row + t]! - stock[row + t - 1]!;
      completed[row + t] = made[v] === 0 ? 0 : Math.max(0, taken[row + t]! + growth);
      const start = Math.max(t - lead[v]!, fromFirst ? 1 : 0);
      for (let e = flow.firstEdge[v]!; e < flow.firstEdge[v + 1]! && start >= 1; e++) {
        taken[flow.edgeTo[e]! * width + start]! += flow.edgeUnits[e * width + t]! * completed[row + t]!;
      }
      // Nothing above an item adds to what was taken of it any more.
      taken[row + t]! += taken[row + t - 1]!;
    }
  }
}

/** Units taken of each item over all periods when everything is called off as stated. */
export function usualOf(flow: PlannedFlow): Float64Array {
  const { last, items, demands } = flow;
  const aimed = aimless(flow);
  aimFor(flow, { programme: new Float64Array(demands.length).fill(1) }, new Float64Array(items.length), aimed);
  return Float64Array.from(items, (_, v) => aimed.taken[v * (last + 1) + last]!);
}
