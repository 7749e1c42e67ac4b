import type { CaseResult, SweepCase } from '../../../scenarios/domain/sweep.ts';
import { isStopped } from '../../../solver/engines/engine.ts';
import type { Clock } from '../ports.ts';
import type { CaseAnswer, CaseQuestion } from './solve-case.ts';

/** Plans cases, so many at a time; the order in which they are asked decides nothing. */
export interface CaseRunner {
  readonly threads: number;
  readonly solve: (question: CaseQuestion) => Promise<CaseAnswer>;
}

/** Results that outlast the batch. */
export interface CaseStore {
  /** By key. */
  readonly kept: () => Promise<ReadonlyMap<string, CaseResult>>;
  /** Keeps a result, and its plan where there is one: whole or not at all. */
  readonly keep: (result: CaseResult, plan: string | null) => Promise<void>;
}

/** Where a batch stands. */
export interface BatchProgress {
  readonly done: number;
  readonly of: number;
  /** Of these, those that were kept from an earlier run. */
  readonly kept: number;
  /** Without a plan: infeasible, unknown, invalid or failed. */
  readonly without: number;
  /** Seconds to go if those left take as long on average as those solved now; null: none was solved yet. */
  readonly left: number | null;
}

export interface RunBatchInput {
  readonly cases: readonly SweepCase[];
  readonly progress?: (progress: BatchProgress) => void;
  readonly stop?: Int32Array;
}

/** A case and what came of it; undefined: a stop came first. */
export interface CaseRow {
  readonly case: SweepCase;
  readonly result: CaseResult | undefined;
  /** Of its solve; null: it was kept from an earlier run. */
  readonly seconds: number | null;
}

const isPlan = ({ status }: CaseResult): boolean => status === 'optimal' || status === 'feasible';

/**
 * Plans the cases of a sweep, those that are kept already excepted, and keeps each result as soon as it is there. One case that fails never stops the rest.
 * The rows are those of the cases, in their order.
 */
export async function runBatch({
  ctx: { runner, store, now },
  input: { cases, progress, stop },
}: {
  readonly ctx: { readonly runner: CaseRunner; readonly store: CaseStore; readonly now: Clock };
  readonly input: RunBatchInput;
}): Promise<readonly CaseRow[]> {
  // What failed for want of memory, say, is tried once more.
  const results = new Map([...(await store.kept())].filter(([, { status }]) => status !== 'failed'));
  const known = new Set(results.keys());
  const rows: CaseRow[] = cases.map((own) => ({ case: own, result: undefined, seconds: null }));
  let [next, done, kept, without, solved] = [0, 0, 0, 0, 0];
  const began = now();
  const tell = () => {
    const left = solved === 0 ? null : (((now() - began) / 1000) * (cases.length - done)) / solved;
    progress?.({ done, of: cases.length, kept, without, left });
  };
  const one = async (at: number): Promise<void> => {
    const own = cases[at]!;
    const answer = await runner.solve({ patch: own.patch, known, ...(stop && { stop }) });
    if (answer.kind === 'stopped') return;
    if (answer.kind === 'solved') {
      if (answer.result.status !== 'failed') await store.keep(answer.result, answer.plan);
      solved += 1;
    } else kept += 1;
    const result = answer.kind === 'solved' ? answer.result : results.get(answer.key)!;
    rows[at] = { case: own, result, seconds: answer.kind === 'solved' ? answer.seconds : null };
    done += 1;
    if (!isPlan(result)) without += 1;
    tell();
  };
  const lane = async (): Promise<void> => {
    while (next < cases.length && !isStopped({ ...(stop && { stop }) })) {
      const at = next;
      next += 1;
      await one(at);
    }
  };
  tell();
  await Promise.all(Array.from({ length: Math.max(1, runner.threads) }, lane));
  return rows;
}
