import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { SimulatedComparison, Simulation, SimulationTerms } from '../../scenarios/domain/simulation.ts';
import { type Batch, mergedBatches, runBatch, runUndisturbed } from './batch.ts';
import type { PlannedFlow } from './planned-flow.ts';
import { prepared } from './prepare.ts';
import { meanOf, tailMeanOf } from './statistics.ts';
import { summary, told } from './summary.ts';

/** Carries out runs `from` … `to` − 1; in this thread or in another. */
export type RunBatch = (flow: PlannedFlow, terms: SimulationTerms, from: number, to: number) => Promise<Batch>;

/** In this thread. */
export const runHere: RunBatch = async (...batch) => runBatch(...batch);

export interface SimulateInput {
  readonly scenario: Scenario;
  readonly sha256: string;
  readonly plan: Plan;
  /** Another plan of the scenario, to be run in the same futures. */
  readonly other?: Plan;
  readonly terms: SimulationTerms;
  /** Whose probabilities are told. */
  readonly multiples: readonly number[];
}

/** How the runs are carried out. */
export interface Running {
  readonly runBatch: RunBatch;
  /** Batches that are carried out at a time. */
  readonly threads: number;
  /** Runs that are done, of how many. */
  readonly progress?: (done: number, of: number) => void;
}

/** Runs of one batch: an answer must not depend on the number of threads, and progress is told after each. */
const BATCH = 100;

/** Multiples told unless others are asked for. */
export const MULTIPLES: readonly number[] = [2, 3, 4];

/**
 * Runs a plan in as many drawn futures as the terms say, and tells how it fares. Runs are numbered: whatever thread carries out which, the answer is
 * the same to the last bit.
 */
export async function simulate(input: SimulateInput, running: Running): Promise<Simulation> {
  const { scenario, plan, other, terms } = input;
  const of = terms.runs * (other ? 2 : 1);
  let done = 0;
  const flow = prepared(scenario, plan, terms);
  const ran = (runs: number): void => {
    done += runs;
    running.progress?.(done, of);
  };
  const batch = await allRuns(flow, terms, running, ran);
  const answer = summary({ ...input, flow, batch, steady: runUndisturbed(flow) });
  if (!other) return answer;
  const theirs = await allRuns(prepared(scenario, other, terms), terms, running, ran);
  return { ...answer, comparison: comparison(other, batch, theirs, terms) };
}

async function allRuns(
  flow: PlannedFlow,
  terms: SimulationTerms,
  { runBatch: carryOut, threads }: Running,
  ran: (runs: number) => void,
): Promise<Batch> {
  const batches: Batch[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const from = next;
      if (from >= terms.runs) return;
      const to = Math.min(terms.runs, from + BATCH);
      next = to;
      const batch = await carryOut(flow, terms, from, to);
      batches[from / BATCH] = batch;
      ran(batch.runs);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, threads) }, work));
  return mergedBatches(batches);
}

/** A shortfall counts as the same when it differs by less: rounding. */
const SAME = 1e-6;

/** Differences run by run, in the same futures, so that their spread is that of the plans alone. */
function comparison(other: Plan, own: Batch, theirs: Batch, { confidence }: SimulationTerms): SimulatedComparison {
  const less = (of: (batch: Batch) => Float64Array): Float64Array =>
    of(own).map((value, run) => value - of(theirs)[run]!);
  const shortfall = less((batch) => batch.shortfall);
  const money = less(({ moneyLost }) => moneyLost);
  const share = (holds: (difference: number) => boolean): number => shortfall.filter(holds).length / own.runs;
  const mean = (values: Float64Array): number => meanOf(values, confidence).value;
  return {
    plan: { digest: other.digest },
    service: told(
      meanOf(
        less(({ service }) => service),
        confidence,
      ),
    ),
    shortfall: told(meanOf(shortfall, confidence)),
    moneyLost: money.some(Number.isNaN) ? null : told(meanOf(money, confidence)),
    other: {
      service: mean(theirs.service),
      shortfall: mean(theirs.shortfall),
      tail: tailMeanOf(theirs.shortfall.toSorted(), 0.95, confidence).value,
    },
    less: share((difference) => difference < -SAME),
    same: share((difference) => Math.abs(difference) <= SAME),
    more: share((difference) => difference > SAME),
  };
}
