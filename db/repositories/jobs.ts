import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { newestFirst } from '../newest-first.ts';
import { unpack } from '../pack.ts';
import { type Answer, type Page, type PageWanted, pageOf } from '../page.ts';
import { jobEvents } from '../schema/job-events.ts';
import { jobPlans } from '../schema/job-plans.ts';
import { jobs } from '../schema/jobs.ts';
import { plans } from '../schema/plans.ts';
import { scenarios } from '../schema/scenarios.ts';
import type { Scope } from '../scope.ts';
import { newId } from '../surroundings.ts';
import { type Job, type StandingJob, standingColumns } from './job-row.ts';

/** What a job reported; `sequence` counts from 1 and is the event's id to a reader. */
export interface JobEvent {
  readonly sequence: number;
  readonly at: number;
  readonly event: unknown;
}

/** The jobs of an organisation, for those who ask for plans. */
export interface JobStore {
  /** Queues a job; where one of the same result key waits, runs or is done, that one is the answer, with `added` false. */
  readonly add: (
    wanted: Pick<Job, 'scenario' | 'settings' | 'resultKey'>,
  ) => Promise<Answer<{ readonly job: StandingJob; readonly added: boolean }, 'no-scenario'>>;
  readonly get: (id: string) => Promise<StandingJob | undefined>;
  /** Newest first. */
  readonly list: (wanted: PageWanted) => Promise<Answer<Page<StandingJob>, 'bad-cursor'>>;
  /** Cancels a job that waits; asks one that runs to end with its best plan. Finished: it has ended before. */
  readonly stop: (id: string) => Promise<Answer<StandingJob, 'finished' | 'not-found'>>;
  /** The text of plan.json: of the job's plan, or else of the best one so far. */
  readonly best: (id: string) => Promise<string | undefined>;
  /** Events after a sequence number (0: all), oldest first. */
  readonly events: (id: string, after: number, limit: number) => Promise<readonly JobEvent[]>;
}

/** The jobs of an organisation. */
export function createJobStore({ database, organisation, surroundings }: Scope): JobStore {
  const own = eq(jobs.organisation, organisation);
  const newest = newestFirst(jobs.createdAt, jobs.id);
  const one = (id: string) =>
    database
      .select(standingColumns)
      .from(jobs)
      .where(and(own, eq(jobs.id, id)));
  return {
    add: async ({ scenario, settings, resultKey }) => {
      const at = surroundings.now();
      const job = {
        ...{ id: newId(surroundings, 'job'), organisation, scenario, settings, resultKey, state: 'queued' as const },
        ...{ attempts: 0, stopRequested: false, plan: null, fault: null, createdAt: at, updatedAt: at },
      };
      const [known, , [standing]] = await database.batch([
        database
          .select({ sha256: scenarios.sha256 })
          .from(scenarios)
          .where(and(eq(scenarios.organisation, organisation), eq(scenarios.sha256, scenario))),
        database.run(sql`insert into ${jobs} (id, organisation, scenario, settings, result_key, state, attempts,
            stop_requested, created_at, updated_at)
          select ${job.id}, organisation, sha256, ${JSON.stringify(settings)}, ${resultKey}, 'queued', 0, 0, ${at}, ${at}
          from ${scenarios} where organisation = ${organisation} and sha256 = ${scenario} on conflict do nothing`),
        database
          .select(standingColumns)
          .from(jobs)
          .where(and(own, eq(jobs.resultKey, resultKey), inArray(jobs.state, ['queued', 'running', 'done']))),
      ]);
      if (known.length === 0 || standing === undefined) return { ok: false, reason: 'no-scenario' };
      return { ok: true, value: { job: standing, added: standing.id === job.id } };
    },
    get: async (id) => (await one(id))[0],
    list: (wanted) =>
      pageOf(
        'jobs',
        wanted,
        newest.like,
        (after, limit) =>
          database
            .select(standingColumns)
            .from(jobs)
            .where(and(own, newest.after(after)))
            .orderBy(...newest.order)
            .limit(limit),
        (row) => [row.createdAt, row.id],
      ),
    stop: async (id) => {
      const [stopped, [job]] = await database.batch([
        database
          .update(jobs)
          .set({
            state: sql`case ${jobs.state} when 'queued' then 'cancelled' else ${jobs.state} end`,
            stopRequested: true,
            updatedAt: surroundings.now(),
          })
          .where(and(own, eq(jobs.id, id), inArray(jobs.state, ['queued', 'running'])))
          .returning({ id: jobs.id }),
        one(id),
      ]);
      if (job === undefined) return { ok: false, reason: 'not-found' };
      return stopped.length > 0 ? { ok: true, value: job } : { ok: false, reason: 'finished' };
    },
    best: async (id) => {
      const [row] = await database
        .select({ final: plans.document, soFar: jobPlans.document })
        .from(jobs)
        .leftJoin(jobPlans, eq(jobPlans.job, jobs.id))
        .leftJoin(plans, and(eq(plans.organisation, jobs.organisation), eq(plans.digest, jobs.plan)))
        .where(and(own, eq(jobs.id, id)));
      const packed = row?.final ?? row?.soFar;
      return packed == null ? undefined : unpack(packed);
    },
    events: (id, after, limit) =>
      database
        .select({ sequence: jobEvents.sequence, at: jobEvents.at, event: jobEvents.event })
        .from(jobEvents)
        .where(and(eq(jobEvents.organisation, organisation), eq(jobEvents.job, id), gt(jobEvents.sequence, after)))
        .orderBy(asc(jobEvents.sequence))
        .limit(limit),
  };
}
