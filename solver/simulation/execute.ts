import { aimFor, usualOf } from './aimed-flow.ts';
import type { Future } from './future.ts';
import { makeUnits, useSets } from './make-units.ts';
import type { PlannedFlow } from './planned-flow.ts';
import { ration, useUpWhatIsLeft } from './ration.ts';
import { averageFirstUnits, emptyStanding, type Standing, unitsInSet } from './standing.ts';

/** Part of what is due below which nothing is late: quantities of a plan are rounded. */
const NOTHING = 1e-8;

/** Runs a plan in futures, one after the other; what it returns is overwritten by the next. */
export function executor(flow: PlannedFlow): (future: Future) => Standing {
  const usual = usualOf(flow);
  const standing = emptyStanding(flow);
  const edgeUse = useOfEdges(flow);
  const plannedHours = plannedHoursOf(flow);
  const processes = flow.processFirm.length;
  const width = flow.last + 1;
  let aimedAsStated = false;
  return (future) => {
    const asStated = future.programme.every((factor) => factor === 1);
    if (!(asStated && aimedAsStated)) aimFor(flow, future, usual, standing.aimed);
    aimedAsStated = asStated;
    begin(flow, standing);
    averageFirstUnits(flow, standing);
    for (let t = 1; t <= flow.horizon; t++) {
      for (let k = 0; k < processes; k++) standing.committed[k] = plannedHours[k * width + t]!;
      callOff(flow, future, standing, t);
      wantDown(flow, standing, t);
      makeUp(flow, future, standing, t, edgeUse);
      useUpWhatIsLeft(flow, standing, t);
      settle(flow, standing, t);
    }
    return standing;
  };
}

/** Position among the uses of each edge. */
function useOfEdges({ uses, edgeTo }: PlannedFlow): Int32Array {
  const found = new Int32Array(edgeTo.length);
  uses.forEach((use, at) => {
    if (use >= 0) found[use] = at;
  });
  return found;
}

/** By a firm's process and period: hours that the plan uses. */
function plannedHoursOf(flow: PlannedFlow): Float64Array {
  const width = flow.last + 1;
  const hours = new Float64Array(flow.processFirm.length * width);
  flow.pairNames.forEach((_, pair) => {
    for (let h = flow.firstHour[pair]!; h < flow.firstHour[pair + 1]!; h++) {
      for (let t = 1; t <= flow.horizon; t++) {
        hours[flow.hourOf[h]! * width + t]! += flow.planned[pair * width + t]! * flow.hourUnits[h]!;
      }
    }
  });
  return hours;
}

function begin(flow: PlannedFlow, standing: Standing): void {
  standing.onHand.set(flow.onHand);
  for (const values of [standing.ready, standing.begun, standing.begunIn]) values.fill(0);
  for (const values of [standing.backlog, standing.aimedSoFar, standing.deliveredSoFar]) values.fill(0);
}

/** What is due in this future, and how much of it is to be delivered: what the plan would, more where more is due, and what is late. */
function callOff(flow: PlannedFlow, future: Future, standing: Standing, t: number): void {
  const width = flow.last + 1;
  for (let d = 0; d < flow.demands.length; d++) {
    const at = d * width + t;
    const due = flow.due[at]! * future.programme[d]! * future.period[at]!;
    const aimed = standing.aimed.deliveries[at]! * Math.max(1, future.period[at]!);
    standing.due[at] = due;
    standing.backlog[d]! += due;
    standing.aimedSoFar[d]! += aimed;
    // Due and aimed at differ by rounding where a plan delivers everything: then nothing is missing.
    const wanted = flow.carried ? standing.aimedSoFar[d]! - standing.deliveredSoFar[d]! : aimed;
    const most = flow.carried ? standing.backlog[d]! : due;
    standing.toDeliver[d] = Math.max(0, Math.min(most, wanted));
  }
}

/**
 * From the products down: what is wanted of each item is what is to be delivered of it and begun of what it goes into. It is to be completed as far
 * as stock would else end below plan; and of what takes time as many sets are to be begun as the periods until they are completed will
 * take by the plan, with its stock then, less all that is there, under way or on order.
 */
function wantDown(flow: PlannedFlow, standing: Standing, t: number): void {
  const { items, lead, last, firstEdge, edgeTo, demandItem, fromFirst } = flow;
  const width = last + 1;
  const { wanted, toComplete, toBegin, ready, onHand, begun, aimed, toDeliver } = standing;
  wanted.fill(0);
  for (let d = 0; d < demandItem.length; d++) if (demandItem[d]! >= 0) wanted[demandItem[d]!]! += toDeliver[d]!;
  for (let v = 0; v < items.length; v++) {
    const row = v * width;
    const wait = lead[v]!;
    if (wait > 0) arrive(flow, standing, v, t);
    toComplete[v] = Math.max(0, wanted[v]! + aimed.stock[row + t]! - onHand[v]!);
    toBegin[v] = 0;
    if (firstEdge[v] === firstEdge[v + 1]) continue;
    const then = Math.min(t + wait, last);
    if (wait === 0) toBegin[v] = Math.max(0, toComplete[v]! - ready[v]!);
    else {
      const until = wanted[v]! + aimed.taken[row + then]! - aimed.taken[row + t]! + aimed.stock[row + then]!;
      const coming = fromFirst ? 0 : onOrderFrom(standing, row, t, wait);
      toBegin[v] = Math.max(0, until - onHand[v]! - begun[v]! - coming);
    }
    for (let e = firstEdge[v]!; e < firstEdge[v + 1]!; e++)
      wanted[edgeTo[e]!]! += unitsInSet(flow, standing, e, t) * toBegin[v]!;
  }
}

/** Sets that become ready at the beginning of the period. What is on order serves the first lead time alone, as in a plan. */
function arrive(
  { lead, last, onOrder, fromFirst }: PlannedFlow,
  { ready, begunIn }: Standing,
  v: number,
  t: number,
): void {
  const [row, wait] = [v * (last + 1), lead[v]!];
  if (t <= wait) ready[v]! += onOrder[row + t]!;
  if (t === wait + 1 && !fromFirst) ready[v] = 0;
  if (t > wait && !(fromFirst && t - wait === 1)) ready[v]! += begunIn[row + t - wait]!;
}

/** Units that the plan completes of what is on order in the rest of the first lead time. */
function onOrderFrom({ aimed }: Standing, row: number, t: number, wait: number): number {
  let coming = 0;
  for (let at = t; at <= wait; at++) coming += aimed.completed[row + at]!;
  return coming;
}

/** From the parts up: sets are begun of what is granted, units completed as far as sets and hours go, and what is there is shared out. */
function makeUp(flow: PlannedFlow, future: Future, standing: Standing, t: number, edgeUse: Int32Array): void {
  const { items, lead, last, firstEdge, edgeTo, made, fromFirst } = flow;
  const { toBegin, beginning, begun, begunIn, ready, onHand, toComplete, granted } = standing;
  const width = last + 1;
  for (let v = items.length - 1; v >= 0; v--) {
    const wait = lead[v]!;
    const assembled = firstEdge[v] !== firstEdge[v + 1];
    beginning[v] = 0;
    if (assembled && toBegin[v]! > 0) {
      let sets = toBegin[v]!;
      for (let e = firstEdge[v]!; e < firstEdge[v + 1]!; e++) {
        if (unitsInSet(flow, standing, e, t) > 0) sets = Math.min(sets, toBegin[v]! * granted[edgeUse[e]!]!);
      }
      for (let e = firstEdge[v]!; e < firstEdge[v + 1]!; e++) {
        const to = edgeTo[e]!;
        onHand[to] = Math.max(0, onHand[to]! - sets * unitsInSet(flow, standing, e, t));
      }
      beginning[v] = sets;
      begun[v]! += sets;
      if (wait > 0) begunIn[v * width + t] = sets;
      if (wait === 0 || (fromFirst && t === 1)) ready[v]! += sets;
    }
    const limited = assembled || (t <= wait && !fromFirst);
    const units = limited ? Math.min(toComplete[v]!, ready[v]!) : toComplete[v]!;
    if (made[v] === 1 && units > 0) onHand[v]! += makeUnits(flow, future, standing, v, t, units);
    if (made[v] === 2 && units > 0) {
      onHand[v]! += units;
      useSets(flow, standing, v, t, units);
    }
    ration(flow, standing, v, t);
  }
}

function settle(flow: PlannedFlow, standing: Standing, t: number): void {
  const width = flow.last + 1;
  for (let d = 0; d < flow.demands.length; d++) {
    const at = d * width + t;
    const delivered = standing.delivered[at]!;
    const lateBefore = standing.backlog[d]! - standing.due[at]!;
    standing.deliveredSoFar[d]! += delivered;
    const late = standing.backlog[d]! - delivered;
    const isLate = late > NOTHING * (1 + standing.due[at]!);
    standing.late[at] = isLate ? late : 0;
    standing.inTime[at] = isLate ? Math.max(0, Math.min(standing.due[at]!, delivered - lateBefore)) : standing.due[at]!;
    standing.backlog[d] = flow.carried ? standing.late[at]! : 0;
  }
}
