import { and, eq, getTableColumns, gt, gte, lte, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { jobEvents } from '../schema/job-events.ts';
import { jobs } from '../schema/jobs.ts';
import { plans } from '../schema/plans.ts';
import { newSecret, type Surroundings } from '../surroundings.ts';
import { type Job, jobColumns } from './job-row.ts';
import { type PlanToKeep, planRow } from './plan-row.ts';

/** A job that this worker has, until the lease ends: proof of it is the secret `lease`. */
export interface ClaimedJob {
  readonly job: Job;
  readonly lease: string;
}

/**
 * The worker's side of the jobs of all organisations: it answers with the organisation of a job, and every later step names job and
 * lease. A lease that has expired may be given to somebody else, and then the first worker's steps are refused (false), whatever it
 * has computed: a job has one result, however often it was delivered.
 */
export interface JobQueue {
  /** The oldest job that waits or whose lease has expired; one that was taken up too often has failed instead. */
  readonly claim: (terms: { readonly leaseFor: number; readonly attempts: number }) => Promise<ClaimedJob | undefined>;
  /** Prolongs the lease by milliseconds; answers with the job as it stands, to see whether it should stop. */
  readonly renew: (claimed: ClaimedJob, leaseFor: number) => Promise<Job | undefined>;
  readonly report: (claimed: ClaimedJob, event: unknown) => Promise<boolean>;
  /** Keeps the plan and ends the job with it, both or neither. */
  readonly finish: (claimed: ClaimedJob, plan: PlanToKeep) => Promise<boolean>;
  /** Ends the job without a plan; `fault` says why in words for a planner. */
  readonly fail: (claimed: ClaimedJob, fault: string) => Promise<boolean>;
}

/** The queue of a database. */
export function createJobQueue(database: Database, surroundings: Surroundings): JobQueue {
  const { now } = surroundings;
  const held = ({ job, lease }: ClaimedJob) =>
    and(
      eq(jobs.organisation, job.organisation),
      ...[eq(jobs.id, job.id), eq(jobs.state, 'running'), eq(jobs.lease, lease), gt(jobs.leaseExpiresAt, now())],
    );
  const ended = { lease: null, leaseExpiresAt: null };
  const end = (claimed: ClaimedJob, result: { state: 'done'; plan: string } | { state: 'failed'; fault: string }) =>
    database
      .update(jobs)
      .set({ ...result, ...ended, updatedAt: now() })
      .where(held(claimed))
      .returning({ id: jobs.id });
  return {
    claim: async ({ leaseFor, attempts }) => {
      const at = now();
      const lease = newSecret(surroundings, 'lease');
      const expired = and(eq(jobs.state, 'running'), lte(jobs.leaseExpiresAt, at));
      const [, [job]] = await database.batch([
        database
          .update(jobs)
          .set({ state: 'failed', fault: 'its workers ended before it did', ...ended, updatedAt: at })
          .where(and(expired, gte(jobs.attempts, attempts))),
        database
          .update(jobs)
          .set({
            ...{ state: 'running', lease, leaseExpiresAt: at + leaseFor, updatedAt: at },
            attempts: sql`${jobs.attempts} + 1`,
          })
          .where(
            sql`${jobs.id} = (select id from ${jobs} where ${eq(jobs.state, 'queued')} or ${expired}
              order by created_at, id limit 1)`,
          )
          .returning(jobColumns),
      ]);
      return job && { job, lease };
    },
    renew: async (claimed, leaseFor) => {
      const at = now();
      const [job] = await database
        .update(jobs)
        .set({ leaseExpiresAt: at + leaseFor, updatedAt: at })
        .where(held(claimed))
        .returning(jobColumns);
      return job;
    },
    report: async (claimed, event) => {
      const { id } = claimed.job;
      const written = await database.run(
        sql`insert into ${jobEvents} (job, sequence, organisation, at, event)
          select id, (select coalesce(max(sequence), 0) + 1 from ${jobEvents} where job = ${id}), organisation, ${now()},
            ${JSON.stringify(event)}
          from ${jobs} where ${held(claimed)}`,
      );
      return written.rowsAffected > 0;
    },
    finish: async (claimed, toKeep) => {
      const { organisation } = claimed.job;
      const row = await planRow({ database, organisation, surroundings }, toKeep);
      const columns = Object.entries(getTableColumns(plans)) as [keyof typeof row, { readonly name: string }][];
      const names = sql.join(
        columns.map(([, { name }]) => sql.identifier(name)),
        sql`, `,
      );
      const values = sql.join(
        columns.map(([key]) => sql`${row[key]}`),
        sql`, `,
      );
      const [, done] = await database.batch([
        database.run(
          sql`insert into ${plans} (${names}) select ${values} from ${jobs} where ${held(claimed)} on conflict do nothing`,
        ),
        end(claimed, { state: 'done', plan: toKeep.plan.digest }),
      ]);
      return done.length > 0;
    },
    fail: async (claimed, fault) => (await end(claimed, { state: 'failed', fault })).length > 0,
  };
}
