import type { Future } from './future.ts';
import type { PlannedFlow } from './planned-flow.ts';
import type { Standing } from './standing.ts';

/** Below it nothing is moved to another source: rounding. */
const NOTHING = 1e-9;

/**
 * Has the sources of an item make so many units: each what the plan gives it, in proportion where less is wanted; what some of them cannot, and what
 * is wanted beyond the plan, goes to all that are ready in the order of their shares, as far as they have free hours. While a source of the
 * item is out, the others work their surge besides. Answers with the good units; sets are used up for all of them.
 */
export function makeUnits(
  flow: PlannedFlow,
  future: Future,
  standing: Standing,
  v: number,
  t: number,
  units: number,
): number {
  const width = flow.last + 1;
  const { firstPair, pairFirm, planned } = flow;
  let whole = 0;
  let isOut = false;
  for (let pair = firstPair[v]!; pair < firstPair[v + 1]!; pair++) {
    whole += planned[pair * width + t]!;
    if (future.out[pairFirm[pair]! * width + t] === 1) isOut = true;
  }
  const part = whole > 0 ? Math.min(1, units / whole) : 0;
  let made = 0;
  let good = 0;
  for (let pair = firstPair[v]!; pair < firstPair[v + 1]!; pair++) {
    const at = pair * width + t;
    const works = canWork(flow, future, pair, t);
    const own = works ? planned[at]! * part : 0;
    commit(flow, standing, pair, own - planned[at]!);
    made += own;
    good += own * future.good[at]!;
  }
  for (let pair = firstPair[v]!; pair < firstPair[v + 1]! && units - made > NOTHING; pair++) {
    if (!canWork(flow, future, pair, t)) continue;
    const more = Math.min(units - made, freeUnits(flow, standing, pair, t, isOut));
    commit(flow, standing, pair, more);
    made += more;
    good += more * future.good[pair * width + t]!;
  }
  useSets(flow, standing, v, t, made);
  return good;
}

const canWork = (flow: PlannedFlow, future: Future, pair: number, t: number): boolean =>
  flow.available[pair * (flow.last + 1) + t] === 1 &&
  t >= flow.firstOutput[pair]! + future.late[pair]! &&
  future.out[flow.pairFirm[pair]! * (flow.last + 1) + t] === 0;

function commit(flow: PlannedFlow, { committed }: Standing, pair: number, units: number): void {
  for (let h = flow.firstHour[pair]!; h < flow.firstHour[pair + 1]!; h++) {
    committed[flow.hourOf[h]!]! += units * flow.hourUnits[h]!;
  }
}

/** Units for which a source has hours that nothing planned takes. */
function freeUnits(flow: PlannedFlow, { committed }: Standing, pair: number, t: number, surges: boolean): number {
  let units = Number.POSITIVE_INFINITY;
  for (let h = flow.firstHour[pair]!; h < flow.firstHour[pair + 1]!; h++) {
    const process = flow.hourOf[h]!;
    const surge = surges ? flow.surge[flow.processFirm[process]!]! : 0;
    const free = flow.hours[process * (flow.last + 1) + t]! * (1 + surge) - committed[process]!;
    if (flow.hourUnits[h]! > 0) units = Math.min(units, Math.max(0, free) / flow.hourUnits[h]!);
  }
  return units;
}

/** Takes sets for units that were made off those that are ready and begun. */
export function useSets(flow: PlannedFlow, standing: Standing, v: number, t: number, made: number): void {
  const assembled = flow.firstEdge[v] !== flow.firstEdge[v + 1];
  const fromOrder = t <= flow.lead[v]! && !flow.fromFirst;
  if (assembled || fromOrder) standing.ready[v] = Math.max(0, standing.ready[v]! - made);
  if (assembled && !fromOrder) standing.begun[v] = Math.max(0, standing.begun[v]! - made);
}
