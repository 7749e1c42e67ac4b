import type { JobDispatch, JobQueue } from '../services/ports.ts';
import { type RunJobPorts, runJob } from '../services/run-job.ts';

/** What the loop needs from the outside. */
export interface ThreadJobsPorts extends Omit<RunJobPorts, 'queue'> {
  readonly queue: JobQueue;
  /** Told of what the database refused; the loop goes on. */
  readonly fault: (error: unknown) => void;
}

/** Terms of the loop; times in milliseconds. */
export interface ThreadJobsTerms {
  /** Jobs at a time, at least 1. */
  readonly concurrency: number;
  readonly leaseFor: number;
  /** Also how soon a job that should stop is told so. */
  readonly renewEvery: number;
  /** How often it looks for jobs that nobody offered: those of a worker that died, or of another process. */
  readonly pollEvery: number;
  /** A job whose workers died so often has failed. */
  readonly attempts: number;
}

/** The terms of a service on one machine with so many cores: one of them stays free for answering. */
export const threadTerms = (cores: number): ThreadJobsTerms => ({
  concurrency: Math.max(1, cores - 1),
  ...{ leaseFor: 30_000, renewEvery: 1000, pollEvery: 2000, attempts: 3 },
});

/** The workers of this process. */
export interface ThreadJobs extends JobDispatch {
  /** Takes up no more jobs and gives back those at hand, for another process to start anew; settles when that is written. */
  readonly close: () => Promise<void>;
}

/**
 * Takes jobs from the durable queue of this process and runs them, so many at a time: at once when one is offered, and else when it
 * looks. Which job was offered does not matter: it takes the oldest.
 */
export function startThreadJobs(ctx: ThreadJobsPorts, terms: ThreadJobsTerms): ThreadJobs {
  const { queue, after, fault } = ctx;
  const shutdown = new AbortController();
  const running = new Set<Promise<void>>();
  const closed = () => shutdown.signal.aborted;
  let looking: Promise<void> | undefined;
  let again = false;
  let cancel = (): void => undefined;
  const look = async (): Promise<void> => {
    do {
      again = false;
      while (!closed() && running.size < terms.concurrency) {
        const claimed = await queue.claim(terms);
        if (claimed === undefined) break;
        const run = runJob({ ctx, input: { ...terms, claimed, shutdown: shutdown.signal } })
          .then(() => undefined, fault)
          .then(() => {
            running.delete(run);
            wake();
          });
        running.add(run);
      }
    } while (again);
  };
  const wake = (): void => {
    again = true;
    if (closed() || looking !== undefined) return;
    looking = look()
      .catch(fault)
      .finally(() => {
        looking = undefined;
      });
  };
  const poll = (): void => {
    wake();
    if (!closed()) cancel = after(terms.pollEvery, poll);
  };
  poll();
  return {
    offer: async () => wake(),
    close: async () => {
      shutdown.abort();
      cancel();
      await looking;
      await Promise.all(running);
    },
  };
}
