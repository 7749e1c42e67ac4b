import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { owner } from './owner.ts';

/** A named set of suppliers. */
export const registries = sqliteTable(
  'registries',
  {
    id: text('id').primaryKey(),
    organisation: owner(),
    name: text('name').notNull(),
    /** Grows by one with each change of the registry or of a supplier in it; never used twice. */
    version: integer('version').notNull(),
    /** Drawn anew by each change: the later statements of a batch see by it whether the first one went through. */
    edition: text('edition').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [unique('registries_named').on(table.organisation, table.name)],
);
