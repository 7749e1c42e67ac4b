import { getTableColumns } from 'drizzle-orm';
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

const { lease: _, leaseExpiresAt: __, ...columns } = getTableColumns(jobs);

/** The columns of a job that anyone may see: not the lease, which is its worker's. */
export const jobColumns = columns;
