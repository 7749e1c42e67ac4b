import { and, eq, exists, getTableColumns, gt, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { unpack } from '../pack.ts';
import { jobEvents } from '../schema/job-events.ts';
import { jobPlans } from '../schema/job-plans.ts';
import { jobs } from '../schema/jobs.ts';
import { plans } from '../schema/plans.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Job, jobColumns } from './job-row.ts';
import { planRow, type ReadyPlan } from './plan-row.ts';

/** A job that this worker has, until the lease ends: proof of it is the secret `lease`. */
export interface ClaimedJob {
  readonly job: Job;
  readonly lease: string;
}

/** What the worker that has a job does with it. False or undefined: the lease is lost, and nothing was changed. */
export interface HeldJob {
  /** Prolongs the lease by milliseconds; answers with the job as it stands, to see whether it should stop. */
  readonly renew: (claimed: ClaimedJob, leaseFor: number) => Promise<Job | undefined>;
  readonly report: (claimed: ClaimedJob, event: unknown) => Promise<boolean>;
  /** Keeps the packed text of a plan.json as the best so far, in place of the one before. What does not verify must not be kept. */
  readonly keepBest: (claimed: ClaimedJob, document: string) => Promise<boolean>;
  /** The text of the best plan so far, of this worker or of one before it. */
  readonly best: (claimed: ClaimedJob) => Promise<string | undefined>;
  /** Keeps the plan and ends the job with it, both or neither; stopped where the plan says that it was interrupted. */
  readonly finish: (claimed: ClaimedJob, plan: ReadyPlan) => Promise<boolean>;
  /** Ends the job without a plan; `fault` says why in words for a planner. The best plan so far stays to be read. */
  readonly fail: (claimed: ClaimedJob, fault: string) => Promise<boolean>;
  /** Gives the job back to wait for another worker at once; that it was taken up does not count. */
  readonly release: (claimed: ClaimedJob) => Promise<boolean>;
}

/** What a job without a worker has in the columns of the lease. */
export const noLease = { lease: null, leaseExpiresAt: null };

/** A row as an insert takes it from a select: names of the columns and values, in one order. */
function insertable(
  columns: Readonly<Record<string, { readonly name: string }>>,
  row: Readonly<Record<string, unknown>>,
) {
  const names = Object.values(columns).map(({ name }) => sql.identifier(name));
  const values = Object.keys(columns).map((key) => sql`${row[key]}`);
  return { names: sql.join(names, sql`, `), values: sql.join(values, sql`, `) };
}

/** The worker's side of one job at a time. */
export function createHeldJob(database: Database, surroundings: Surroundings): HeldJob {
  const { now } = surroundings;
  const held = ({ job, lease }: ClaimedJob) =>
    and(
      eq(jobs.organisation, job.organisation),
      ...[eq(jobs.id, job.id), eq(jobs.state, 'running'), eq(jobs.lease, lease), gt(jobs.leaseExpiresAt, now())],
    );
  const set = (
    claimed: ClaimedJob,
    change: Partial<typeof jobs.$inferInsert> | { readonly attempts: SQL },
    mine = held(claimed),
  ) =>
    database
      .update(jobs)
      .set({ ...change, updatedAt: now() })
      .where(mine)
      .returning(jobColumns);
  return {
    renew: async (claimed, leaseFor) => (await set(claimed, { leaseExpiresAt: now() + leaseFor }))[0],
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
    keepBest: async (claimed, document) => {
      const written = await database.run(
        sql`insert into ${jobPlans} (job, organisation, document, updated_at)
          select id, organisation, ${document}, ${now()} from ${jobs} where ${held(claimed)}
          on conflict (job) do update set document = excluded.document, updated_at = excluded.updated_at`,
      );
      return written.rowsAffected > 0;
    },
    best: async (claimed) => {
      const [row] = await database
        .select({ document: jobPlans.document })
        .from(jobPlans)
        .innerJoin(jobs, eq(jobs.id, jobPlans.job))
        .where(held(claimed));
      return row && unpack(row.document);
    },
    finish: async (claimed, ready) => {
      const { id, organisation } = claimed.job;
      const { names, values } = insertable(getTableColumns(plans), planRow(organisation, now(), ready));
      const state = ready.interrupted ? 'stopped' : 'done';
      // One condition, of one instant, for all three.
      const mine = held(claimed);
      const still = database.select({ id: jobs.id }).from(jobs).where(mine);
      const [, , done] = await database.batch([
        database.run(
          sql`insert into ${plans} (${names}) select ${values} from ${jobs} where ${mine} on conflict do nothing`,
        ),
        database.delete(jobPlans).where(and(eq(jobPlans.job, id), exists(still))),
        set(claimed, { ...noLease, state, plan: ready.summary.digest }, mine),
      ]);
      return done.length > 0;
    },
    fail: async (claimed, fault) => (await set(claimed, { ...noLease, state: 'failed', fault })).length > 0,
    release: async (claimed) =>
      (await set(claimed, { ...noLease, state: 'queued', attempts: sql`${jobs.attempts} - 1` })).length > 0,
  };
}
