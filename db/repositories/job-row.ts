import { getTableColumns, sql } from 'drizzle-orm';
import type { AskedSettings } from '../../scenarios/domain/scenario.ts';
import { type JobState, jobs } from '../schema/jobs.ts';

export type { JobState } from '../schema/jobs.ts';

/** A solve that was asked for, and what came of it. */
export interface Job {
  readonly id: string;
  readonly organisation: string;
  /** Hash of the scenario to be planned. */
  readonly scenario: string;
  /** Replace the scenario's own. */
  readonly settings: AskedSettings;
  /** Names what is asked for, e.g. a hash of scenario, settings and release: asking twice gives one job. */
  readonly resultKey: string;
  readonly state: JobState;
  /** How often a worker took it up. */
  readonly attempts: number;
  /** A running job should end with the best plan so far. */
  readonly stopRequested: boolean;
  /** Digest of the plan of a job that is done or stopped. */
  readonly plan: string | null;
  /** Why a job failed. */
  readonly fault: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A job as its readers see it. */
export interface StandingJob extends Job {
  /** Of a job that waits: how many others, of whichever organisation, wait and are taken up before it. Else null. */
  readonly ahead: number | null;
}

const { lease: _, leaseExpiresAt: __, ...columns } = getTableColumns(jobs);

/** The columns of a job that anyone may see: not the lease, which is its worker's. */
export const jobColumns = columns;

/** Those of {@link StandingJob}. The names are written out: in a query of one table the builder writes columns without it. */
export const standingColumns = {
  ...columns,
  ahead: sql<number | null>`case jobs.state when 'queued' then (select count(*) from jobs before
    where before.state = 'queued' and (before.created_at, before.id) < (jobs.created_at, jobs.id)) end`.as('ahead'),
};
