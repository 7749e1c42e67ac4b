import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { owner } from './owner.ts';

/** What a request with an Idempotency-Key was answered, to be answered again. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    organisation: owner(),
    key: text('key').notNull(),
    bodySha256: text('body_sha256').notNull(),
    /** HTTP status; null while the first request is being answered. */
    status: integer('status'),
    response: text('response'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisation, table.key] }),
    index('idempotency_keys_aged').on(table.createdAt),
  ],
);
