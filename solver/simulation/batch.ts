import type { SimulationTerms } from '../../scenarios/domain/simulation.ts';
import { executor } from './execute.ts';
import { drawing, type Future, undisturbed } from './future.ts';
import type { PlannedFlow } from './planned-flow.ts';
import type { Standing } from './standing.ts';

/** What is kept of each run, in the order of their numbers; rows of a run stand together. Plain data that may cross to another thread. */
export interface Batch {
  readonly runs: number;
  readonly service: Float64Array;
  /** Weighted units. */
  readonly shortfall: Float64Array;
  /** Euro; NaN where a product states no unit value. */
  readonly moneyLost: Float64Array;
  /** 1: everything due in this future was delivered as far as the plan delivers it. */
  readonly asPlanned: Uint8Array;
  readonly outages: Float64Array;
  readonly periodsOut: Float64Array;
  /** By run and period 1..T (at run·T + t − 1): weighted units of what is shown, and of programmes with a baseline. */
  readonly delivered: Float64Array;
  readonly ramped: Float64Array;
  /** By run and demand: units. */
  readonly lacking: Float64Array;
  /** By run and firm: 1 where it was out in some period. */
  readonly out: Uint8Array;
}

/** A part of what full demand asks for, below which nothing counts as missing: rounding. */
const NOTHING = 1e-7;

/** Runs `from` … `to` − 1 of a plan in drawn futures, or once in a future without disturbance. */
export function runBatch(flow: PlannedFlow, terms: SimulationTerms, from: number, to: number): Batch {
  const draw = drawing(flow, terms);
  const future = undisturbed(flow);
  const execute = executor(flow);
  const batch = emptyBatch(flow, to - from);
  for (let run = from; run < to; run++) {
    draw(run, future);
    keep(flow, future, execute(future), batch, run - from);
  }
  return batch;
}

/** A plan in a future in which everything goes as planned, as a batch of one run. */
export function runUndisturbed(flow: PlannedFlow): Batch {
  const batch = emptyBatch(flow, 1);
  const future = undisturbed(flow);
  keep(flow, future, executor(flow)(future), batch, 0);
  return batch;
}

function emptyBatch({ horizon, demands, firms }: PlannedFlow, runs: number): Batch {
  const own = () => new Float64Array(runs);
  return {
    ...{ runs, service: own(), shortfall: own(), moneyLost: own(), asPlanned: new Uint8Array(runs) },
    ...{ outages: own(), periodsOut: own() },
    delivered: new Float64Array(runs * horizon),
    ramped: new Float64Array(runs * horizon),
    lacking: new Float64Array(runs * demands.length),
    out: new Uint8Array(runs * firms.length),
  };
}

function keep(flow: PlannedFlow, future: Future, standing: Standing, batch: Batch, row: number): void {
  const { horizon, last, demands, weight, unitValue, counted, hasBaseline } = flow;
  let [due, inTime, shortfall, money, fully] = [0, 0, 0, 0, 1];
  for (let d = 0; d < demands.length; d++) {
    let lacking = 0;
    for (let t = 1; t <= horizon; t++) {
      const at = d * (last + 1) + t;
      const units = standing.delivered[at]! * weight[d]!;
      due += standing.due[at]! * weight[d]!;
      inTime += standing.inTime[at]! * weight[d]!;
      lacking += standing.late[at]!;
      const aimed = Math.min(standing.due[at]!, standing.aimed.deliveries[at]! * Math.max(1, future.period[at]!));
      if (aimed - standing.delivered[at]! > NOTHING * (1 + aimed)) fully = 0;
      if (counted[d]) batch.delivered[row * horizon + t - 1]! += units;
      if (hasBaseline[d]) batch.ramped[row * horizon + t - 1]! += units;
    }
    shortfall += lacking * weight[d]!;
    const never = flow.carried ? standing.late[d * (last + 1) + horizon]! : lacking;
    money += never * unitValue[d]!;
    batch.lacking[row * demands.length + d] = lacking;
  }
  batch.service[row] = due > 0 ? inTime / due : 1;
  batch.shortfall[row] = shortfall;
  batch.moneyLost[row] = money;
  batch.asPlanned[row] = fully;
  countOutages(flow, future, batch, row);
}

/** Periods in which firms are out, and times that one begins to be. */
function countOutages({ horizon, last, firms }: PlannedFlow, { out }: Future, batch: Batch, row: number): void {
  for (let firm = 0; firm < firms.length; firm++) {
    for (let t = 1; t <= horizon; t++) {
      const at = firm * (last + 1) + t;
      if (out[at] === 0) continue;
      batch.out[row * firms.length + firm] = 1;
      batch.periodsOut[row]! += 1;
      if (t === 1 || out[at - 1] === 0) batch.outages[row]! += 1;
    }
  }
}

const joined = <Values extends Float64Array | Uint8Array>(into: Values, parts: readonly Values[]): Values => {
  let at = 0;
  for (const part of parts) {
    into.set(part, at);
    at += part.length;
  }
  return into;
};

/** Batches of consecutive runs as one: the same however they were divided. */
export function mergedBatches(batches: readonly Batch[]): Batch {
  const numbers = (of: (batch: Batch) => Float64Array): Float64Array => {
    const parts = batches.map(of);
    return joined(new Float64Array(parts.reduce((sum, { length }) => sum + length, 0)), parts);
  };
  const flags = (of: (batch: Batch) => Uint8Array): Uint8Array => {
    const parts = batches.map(of);
    return joined(new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0)), parts);
  };
  return {
    runs: batches.reduce((sum, { runs }) => sum + runs, 0),
    service: numbers(({ service }) => service),
    shortfall: numbers(({ shortfall }) => shortfall),
    moneyLost: numbers(({ moneyLost }) => moneyLost),
    asPlanned: flags(({ asPlanned }) => asPlanned),
    outages: numbers(({ outages }) => outages),
    periodsOut: numbers(({ periodsOut }) => periodsOut),
    delivered: numbers(({ delivered }) => delivered),
    ramped: numbers(({ ramped }) => ramped),
    lacking: numbers(({ lacking }) => lacking),
    out: flags(({ out }) => out),
  };
}
