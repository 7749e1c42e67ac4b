import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { jobs } from './jobs.ts';
import { owner } from './owner.ts';

/** What a job reported on its way, numbered from 1, so that a reader goes on where it stopped. */
export const jobEvents = sqliteTable(
  'job_events',
  {
    job: text('job')
      .notNull()
      .references(() => jobs.id),
    sequence: integer('sequence').notNull(),
    organisation: owner(),
    at: integer('at').notNull(),
    event: text('event', { mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.job, table.sequence] })],
);
