import { and, desc, eq, lt, or, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Mark } from './page.ts';

/** A list in the order of creation, newest first; rows of the same instant by their id, so that the order is total. */
export const newestFirst = (createdAt: SQLiteColumn, id: SQLiteColumn) => ({
  like: [0, ''] as const,
  order: [desc(createdAt), desc(id)] as const,
  after: (mark: Mark | undefined): SQL | undefined =>
    mark && or(lt(createdAt, mark[0]), and(eq(createdAt, mark[0]), lt(id, mark[1]))),
});
