import { and, asc, eq, gte, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { jobs } from '../schema/jobs.ts';
import { newSecret, type Surroundings } from '../surroundings.ts';
import { type ClaimedJob, createHeldJob, type HeldJob, noLease } from './held-job.ts';
import { jobColumns } from './job-row.ts';

export type { ClaimedJob } from './held-job.ts';

/** On what terms a worker takes up a job. */
export interface ClaimTerms {
  /** Milliseconds. */
  readonly leaseFor: number;
  /** A job that was taken up so often without an end has failed. */
  readonly attempts: number;
  /** Only this job, or none. Absent: the oldest. */
  readonly job?: string;
}

/**
 * The worker's side of the jobs of all organisations: it answers with the organisation of a job, and every later step names job and
 * lease. A lease that has expired may be given to somebody else, and then the first worker's steps are refused (false), whatever it
 * has computed: a job has one result, however often it was delivered.
 */
export interface JobQueue extends HeldJob {
  /** The oldest job that waits or whose lease has expired; one that was taken up too often has failed instead. */
  readonly claim: (terms: ClaimTerms) => Promise<ClaimedJob | undefined>;
  /** Ids of jobs that nobody has, oldest first: expired leases, and those that have waited for at least `quietFor` milliseconds (0). */
  readonly waiting: (limit: number, quietFor?: number) => Promise<readonly string[]>;
  /** Ends a job that nobody has, with words for a planner. False: a worker has it, or it has ended. */
  readonly giveUp: (id: string, fault: string) => Promise<boolean>;
}

/** The queue of a database. */
export function createJobQueue(database: Database, surroundings: Surroundings): JobQueue {
  const { now } = surroundings;
  const queued = eq(jobs.state, 'queued');
  const expired = (at: number) => and(eq(jobs.state, 'running'), lte(jobs.leaseExpiresAt, at));
  return {
    ...createHeldJob(database, surroundings),
    claim: async ({ leaseFor, attempts, job: only }) => {
      const at = now();
      const lease = newSecret(surroundings, 'lease');
      const wanted = only === undefined ? undefined : eq(jobs.id, only);
      const next = and(wanted, or(queued, expired(at)));
      const [, [job]] = await database.batch([
        database
          .update(jobs)
          .set({ state: 'failed', fault: 'its workers ended before it did', ...noLease, updatedAt: at })
          .where(and(wanted, expired(at), gte(jobs.attempts, attempts))),
        database
          .update(jobs)
          .set({
            ...{ state: 'running', lease, leaseExpiresAt: at + leaseFor, updatedAt: at },
            attempts: sql`${jobs.attempts} + 1`,
          })
          .where(sql`${jobs.id} = (select id from ${jobs} where ${next} order by created_at, id limit 1)`)
          .returning(jobColumns),
      ]);
      return job && { job, lease };
    },
    waiting: async (limit, quietFor = 0) => {
      const at = now();
      const rows = await database
        .select({ id: jobs.id })
        .from(jobs)
        .where(or(and(queued, lte(jobs.updatedAt, at - quietFor)), expired(at)))
        .orderBy(asc(jobs.createdAt), asc(jobs.id))
        .limit(limit);
      return rows.map(({ id }) => id);
    },
    giveUp: async (id, fault) => {
      const at = now();
      const ended = await database
        .update(jobs)
        .set({ state: 'failed', fault, ...noLease, updatedAt: at })
        .where(and(eq(jobs.id, id), or(queued, expired(at))))
        .returning({ id: jobs.id });
      return ended.length > 0;
    },
  };
}
