import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AskedSettings } from '../../scenarios/domain/scenario.ts';
import { owner } from './owner.ts';

/**
 * queued: waits for a worker; running: a worker has it; done: it has its plan; stopped: ended early on request, with the best plan;
 * failed: it ended without a plan, `fault` says why; cancelled: ended on request before a worker had it. The last four are final.
 */
export type JobState = 'queued' | 'running' | 'done' | 'stopped' | 'failed' | 'cancelled';

/** The durable queue: a solve that was asked for, who works on it, and what came of it. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    organisation: owner(),
    scenario: text('scenario').notNull(),
    settings: text('settings', { mode: 'json' }).$type<AskedSettings>().notNull(),
    /** Names what is asked for, so that asking twice gives one result. */
    resultKey: text('result_key').notNull(),
    state: text('state').$type<JobState>().notNull(),
    /** Secret of the worker that has the job; null where nobody has. */
    lease: text('lease'),
    leaseExpiresAt: integer('lease_expires_at'),
    attempts: integer('attempts').notNull(),
    stopRequested: integer('stop_requested', { mode: 'boolean' }).notNull(),
    /** Digest of the plan, of a job that is done or stopped. */
    plan: text('plan'),
    /** Why, of a job that failed. */
    fault: text('fault'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('jobs_result')
      .on(table.organisation, table.resultKey)
      .where(sql`state in ('queued', 'running', 'done')`),
    index('jobs_listed').on(table.organisation, table.createdAt, table.id),
    index('jobs_waiting').on(table.state, table.createdAt, table.id),
  ],
);
