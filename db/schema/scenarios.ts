import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { owner } from './owner.ts';

/** A scenario as it was stated; never changed. */
export const scenarios = sqliteTable(
  'scenarios',
  {
    organisation: owner(),
    /** The scenario's own hash names it. */
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    /** Hash of the scenario that it varies; null: stated in full. */
    parent: text('parent'),
    /** JSON Patch from the parent; null where there is none. */
    patch: text('patch', { mode: 'json' }).$type<readonly unknown[]>(),
    /** Packed JSON text. */
    document: text('document').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisation, table.sha256] }),
    index('scenarios_listed').on(table.organisation, table.createdAt, table.sha256),
  ],
);
