import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { owner } from './owner.ts';

/** Of a token only its SHA-256 is kept: 256 random bits need no slow hash. */
export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    organisation: owner(),
    name: text('name').notNull(),
    sha256: text('sha256').notNull().unique(),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Null: never. */
    expiresAt: integer('expires_at'),
    /** To the minute; null: not yet. */
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('api_tokens_listed').on(table.organisation, table.createdAt, table.id)],
);
