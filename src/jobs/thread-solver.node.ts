import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { BetterPlan, SolvedJob, SolveJob, SolveNews, SolveRequest } from '../services/solve-job.ts';

/** One job as it crosses to its thread. */
export interface ThreadTask {
  readonly request: SolveRequest;
  /** Shared: becomes non-zero at index 0 when the solve should stop and keep its best plan. */
  readonly stop: Int32Array;
  /** Where {@link ThreadNews} goes. */
  readonly port: MessagePort;
}

/** What a thread tells on its way. */
export type ThreadNews =
  | { readonly progress: Parameters<SolveNews['progress']>[0] }
  | { readonly better: BetterPlan }
  | { readonly from: string };

/** Solves jobs in threads of their own; `close` ends them. */
export interface ThreadSolver {
  readonly solve: SolveJob;
  readonly close: () => Promise<void>;
}

/** How many threads, and what each may use. */
export interface ThreadTerms {
  /** The bundled entry that answers {@link ThreadTask}. */
  readonly workerFile: string;
  readonly threads: number;
  /** MiB of objects of a thread; what the engine itself holds comes on top. */
  readonly memory: number;
}

/**
 * Runs each job whole in a worker thread: reading, planning and verifying never hold up the thread that answers requests. A thread that
 * runs out of memory ends its job in words and nothing else; the next job has a new thread.
 */
export function createThreadSolver({ workerFile, threads, memory }: ThreadTerms): ThreadSolver {
  const pool = new Piscina({
    ...{ filename: workerFile, minThreads: 0, maxThreads: threads, idleTimeout: 10_000 },
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  // A thread's fault also fails the job that it ran, which answers for it below.
  pool.on('error', () => undefined);
  return {
    close: () => pool.destroy(),
    solve: async (request, { stop: signal, abandon, progress, better, from }): Promise<SolvedJob> => {
      const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const raise = () => Atomics.store(stop, 0, 1);
      if (signal.aborted) raise();
      signal.addEventListener('abort', raise);
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (news: ThreadNews) => {
        if ('better' in news) better(news.better);
        else if ('from' in news) from?.(news.from);
        else progress(news.progress);
      });
      const task: ThreadTask = { request, stop, port: port2 };
      try {
        return await pool.run(task, { transferList: [port2], signal: abandon });
      } catch (error) {
        if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') return { ok: false, fault: needsMore(memory) };
        throw error;
      } finally {
        port1.close();
        signal.removeEventListener('abort', raise);
      }
    },
  };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const needsMore = (memory: number): string =>
  `the plan needs more memory than the ${memory} MiB that one solve may use: state fewer suppliers, items or periods, or give the service more memory`;
