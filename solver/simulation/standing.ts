import { type AimedFlow, aimless } from './aimed-flow.ts';
import type { PlannedFlow } from './planned-flow.ts';

/** Where a plan stands while it is run. Arrays are by item but for those that say otherwise. */
export interface Standing {
  readonly aimed: AimedFlow;
  readonly onHand: Float64Array;
  /** Sets of components that can be completed now; all sets that were begun and not completed, on order not counted. */
  readonly ready: Float64Array;
  readonly begun: Float64Array;
  /** By period: sets begun in it. */
  readonly begunIn: Float64Array;
  /** In this period: units wanted to be taken, completed and begun; begun. */
  readonly wanted: Float64Array;
  readonly toComplete: Float64Array;
  readonly toBegin: Float64Array;
  readonly beginning: Float64Array;
  /** By edge: components of a set that is begun in the first period for several, where all that was due before it is due in it. */
  readonly firstUnits: Float64Array;
  /** By use: the part of it that is granted. */
  readonly granted: Float64Array;
  /** By demand: units to be delivered in this period, late ones, sums of those aimed at and delivered. */
  readonly toDeliver: Float64Array;
  readonly backlog: Float64Array;
  readonly aimedSoFar: Float64Array;
  readonly deliveredSoFar: Float64Array;
  /** By demand and period: due in this future, delivered, delivered in time, late at the end of the period. */
  readonly due: Float64Array;
  readonly delivered: Float64Array;
  readonly inTime: Float64Array;
  readonly late: Float64Array;
  /** By a firm's process: hours that are used or planned to be. */
  readonly committed: Float64Array;
}

/** A standing to run a plan in. */
export function emptyStanding(flow: PlannedFlow): Standing {
  const { items, demands, last, uses, processFirm } = flow;
  const own = () => new Float64Array(items.length);
  const [perDemand, perDemandAndPeriod] = [demands.length, demands.length * (last + 1)];
  return {
    aimed: aimless(flow),
    ...{
      onHand: own(),
      ready: own(),
      begun: own(),
      wanted: own(),
      toComplete: own(),
      toBegin: own(),
      beginning: own(),
    },
    begunIn: new Float64Array(items.length * (last + 1)),
    firstUnits: new Float64Array(flow.edgeTo.length),
    granted: new Float64Array(uses.length),
    toDeliver: new Float64Array(perDemand),
    backlog: new Float64Array(perDemand),
    aimedSoFar: new Float64Array(perDemand),
    deliveredSoFar: new Float64Array(perDemand),
    due: new Float64Array(perDemandAndPeriod),
    delivered: new Float64Array(perDemandAndPeriod),
    inTime: new Float64Array(perDemandAndPeriod),
    late: new Float64Array(perDemandAndPeriod),
    committed: new Float64Array(processFirm.length),
  };
}

/** Units of the component of an edge that a set begun in period t takes: those of the period in which it is completed. */
export function unitsInSet(flow: PlannedFlow, { firstUnits }: Standing, edge: number, t: number): number {
  const wait = flow.lead[flow.edgeFrom[edge]!]!;
  if (flow.fromFirst && t === 1 && wait > 0) return firstUnits[edge]!;
  return flow.edgeUnits[edge * (flow.last + 1) + Math.min(t + wait, flow.last)]!;
}

/** Sets begun in the first period are completed in the periods up to their lead time: components are theirs on average, as dated lines change. */
export function averageFirstUnits(flow: PlannedFlow, { aimed, firstUnits }: Standing): void {
  const width = flow.last + 1;
  for (let e = 0; e < flow.edgeTo.length && flow.fromFirst; e++) {
    const v = flow.edgeFrom[e]!;
    const until = Math.min(1 + flow.lead[v]!, flow.last);
    let [units, sets] = [0, 0];
    for (let t = 1; t <= until; t++) {
      units += flow.edgeUnits[e * width + t]! * aimed.completed[v * width + t]!;
      sets += aimed.completed[v * width + t]!;
    }
    firstUnits[e] = sets > 0 ? units / sets : flow.edgeUnits[e * width + until]!;
  }
}
