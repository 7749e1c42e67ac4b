import { Piscina } from 'piscina';
import { NO_METRICS } from '../services/batch/case-metrics.ts';
import type { CaseRunner } from '../services/batch/run-batch.ts';
import type { BatchBase, CaseAnswer, CaseQuestion } from '../services/batch/solve-case.ts';

/** Plans the cases of a batch in threads; `close` ends them. */
export interface ThreadCases extends CaseRunner {
  readonly close: () => Promise<void>;
}

/** Starts threads that plan cases of one base, each with engines of its own; `workerFile` is the bundled entry that answers {@link CaseQuestion}. */
export function createThreadCases(workerFile: string, threads: number, base: BatchBase): ThreadCases {
  const pool = new Piscina({
    ...{ filename: workerFile, minThreads: 0, maxThreads: threads, idleTimeout: 10_000, workerData: base },
  });
  // A thread's fault also fails the case that it planned, which answers for it below.
  pool.on('error', () => undefined);
  return {
    threads,
    async solve(question: CaseQuestion): Promise<CaseAnswer> {
      try {
        return await pool.run(question);
      } catch (error) {
        return { kind: 'solved', result: failed(error), plan: null, seconds: 0 };
      }
    },
    close: () => pool.destroy(),
  };
}

/** A thread that died never told the key of its case: such a result is not kept. */
const failed = (error: unknown) => ({
  ...{ key: '', sha256: null, status: 'failed' as const, hit: null, metrics: NO_METRICS, members: [], digest: null },
  ...{ conflict: [], reason: `the thread that planned it ended: ${error instanceof Error ? error.message : error}` },
});
