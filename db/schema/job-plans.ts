import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { jobs } from './jobs.ts';
import { owner } from './owner.ts';

/** The best plan so far of a job that runs; gone once the job has its plan. */
export const jobPlans = sqliteTable('job_plans', {
  job: text('job')
    .primaryKey()
    .references(() => jobs.id),
  organisation: owner(),
  /** Packed text of plan.json. */
  document: text('document').notNull(),
  updatedAt: integer('updated_at').notNull(),
});
