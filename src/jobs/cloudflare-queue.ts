import type { ClaimedJob, JobDispatch, JobQueue } from '../services/ports.ts';
import { type RunJobPorts, runJob } from '../services/run-job.ts';

/** What a message of the queue holds: the id alone, the job stands in the database. */
export interface JobMessage {
  readonly job: string;
}

/** The part of a Queue binding that is used here. */
export interface QueueProducer {
  readonly send: (message: JobMessage) => Promise<unknown>;
}

/** The part of a delivered batch that is used here. */
export interface QueueBatch {
  readonly messages: readonly {
    readonly body: unknown;
    readonly ack: () => void;
    readonly retry: (options: { readonly delaySeconds: number }) => void;
  }[];
}

/** What consuming needs from the outside. */
export interface EdgeJobsPorts extends Omit<RunJobPorts, 'queue'> {
  readonly queue: JobQueue;
  /** Told of what the database refused; the message comes again. */
  readonly fault: (error: unknown) => void;
}

/** Terms of consuming; times in milliseconds but for `retryAfter`. */
export interface EdgeJobsTerms {
  /** Longer than any solve may take: timers stand still while one runs, so that no lease is renewed then. */
  readonly leaseFor: number;
  readonly renewEvery: number;
  /** A job whose workers died so often has failed. */
  readonly attempts: number;
  /** Seconds until a message comes again after the database refused. */
  readonly retryAfter: number;
}

/** The terms of a Worker with `cpu_ms = 300000`: a solve that takes longer is ended from outside. */
export const edgeTerms: EdgeJobsTerms = { leaseFor: 360_000, renewEvery: 5000, attempts: 3, retryAfter: 30 };

/** Offers jobs to a Cloudflare Queue. */
export const createQueueDispatch = (queue: QueueProducer): JobDispatch => ({
  offer: async (job) => {
    await queue.send({ job });
  },
});

const jobOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'job' in body && typeof body.job === 'string' ? body.job : undefined;

/**
 * Runs the jobs of a batch, one after the other. A job that has ended or that another worker has is done with: should that worker die,
 * the sweep offers the job again. A message comes again only where the database refused.
 */
export async function consumeJobs(ctx: EdgeJobsPorts, terms: EdgeJobsTerms, batch: QueueBatch): Promise<void> {
  for (const message of batch.messages) {
    const job = jobOf(message.body);
    try {
      const claimed: ClaimedJob | undefined = job === undefined ? undefined : await ctx.queue.claim({ ...terms, job });
      if (claimed !== undefined) await runJob({ ctx, input: { ...terms, claimed } });
      message.ack();
    } catch (error) {
      ctx.fault(error);
      message.retry({ delaySeconds: terms.retryAfter });
    }
  }
}

const UNDELIVERABLE =
  'no worker could take it up, however often it was tried: ask again, with fewer suppliers, items or periods if it comes back';

/** The consumer of the dead letters: a job that could not be delivered and that nobody has ends in words. */
export async function buryJobs(
  { queue }: { readonly queue: Pick<JobQueue, 'giveUp'> },
  batch: QueueBatch,
): Promise<void> {
  for (const message of batch.messages) {
    const job = jobOf(message.body);
    if (job !== undefined) await queue.giveUp(job, UNDELIVERABLE);
    message.ack();
  }
}

/** How many jobs a sweep offers at most, and for how long they have waited at least: time for a message to arrive. */
const SWEEP = { limit: 100, quietFor: 60_000 };

/** Offers the jobs again that nobody took up, as their message was lost or their worker died; answers with their number. For a cron trigger. */
export async function sweepJobs(
  { queue, dispatch }: { readonly queue: Pick<JobQueue, 'waiting'>; readonly dispatch: JobDispatch },
  { limit, quietFor }: { readonly limit: number; readonly quietFor: number } = SWEEP,
): Promise<number> {
  const ids = await queue.waiting(limit, quietFor);
  for (const id of ids) await dispatch.offer(id);
  return ids.length;
}
