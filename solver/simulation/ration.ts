import type { PlannedFlow } from './planned-flow.ts';
import { type Standing, unitsInSet } from './standing.ts';

/** What a use of an item takes in this period, were all of it granted. */
function asked(flow: PlannedFlow, standing: Standing, use: number, t: number): number {
  if (use < 0) return standing.toDeliver[-1 - use]!;
  const parent = flow.edgeFrom[use]!;
  return standing.toBegin[parent]! * unitsInSet(flow, standing, use, t);
}

/** Shares out what is there of an item: the heaviest uses first, those of one weight in equal parts of what each asks for. Delivers its part. */
export function ration(flow: PlannedFlow, standing: Standing, v: number, t: number): void {
  const { firstUse, uses, useWeight } = flow;
  const { onHand, granted, delivered, toDeliver } = standing;
  let left = onHand[v]!;
  for (let from = firstUse[v]!; from < firstUse[v + 1]!; ) {
    let to = from;
    let total = 0;
    for (; to < firstUse[v + 1]! && useWeight[to] === useWeight[from]; to++) {
      total += asked(flow, standing, uses[to]!, t);
    }
    const part = total > left ? left / total : 1;
    left = Math.max(0, left - total);
    for (let at = from; at < to; at++) {
      granted[at] = part;
      const use = uses[at]!;
      if (use >= 0) continue;
      const units = toDeliver[-1 - use]! * part;
      delivered[(-1 - use) * (flow.last + 1) + t] = units;
      onHand[v] = Math.max(0, onHand[v]! - units);
    }
    from = to;
  }
}

/**
 * What others could not use for want of something else is delivered, and then goes into sets that are completed later. What never lacks is delivered
 * as wanted.
 */
export function useUpWhatIsLeft(flow: PlannedFlow, standing: Standing, t: number): void {
  const { demandItem, items, lead, last, firstEdge, edgeTo, fromFirst } = flow;
  const { onHand, toDeliver, delivered, toBegin, beginning, begun, begunIn, ready } = standing;
  const width = last + 1;
  for (let d = 0; d < demandItem.length; d++) {
    const [at, item] = [d * width + t, demandItem[d]!];
    if (item < 0) delivered[at] = toDeliver[d]!;
    else {
      const more = Math.min(onHand[item]!, Math.max(0, toDeliver[d]! - delivered[at]!));
      delivered[at]! += more;
      onHand[item]! -= more;
    }
  }
  for (let v = 0; v < items.length; v++) {
    let sets = toBegin[v]! - beginning[v]!;
    if (lead[v] === 0 || sets <= 0) continue;
    for (let e = firstEdge[v]!; e < firstEdge[v + 1]!; e++) {
      const units = unitsInSet(flow, standing, e, t);
      if (units > 0) sets = Math.min(sets, onHand[edgeTo[e]!]! / units);
    }
    for (let e = firstEdge[v]!; e < firstEdge[v + 1]!; e++) {
      const to = edgeTo[e]!;
      onHand[to] = Math.max(0, onHand[to]! - sets * unitsInSet(flow, standing, e, t));
    }
    begun[v]! += sets;
    begunIn[v * width + t]! += sets;
    if (fromFirst && t === 1) ready[v]! += sets;
  }
}
