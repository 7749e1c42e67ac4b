import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who owns everything else. Instants here and below: milliseconds since 1970-01-01 UTC. */
export const organisations = sqliteTable('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: integer('created_at').notNull(),
});
