import { text } from 'drizzle-orm/sqlite-core';
import { organisations } from './organisations.ts';

/** The column that every table of an organisation carries, and every query of a repository names. */
export const owner = () =>
  text('organisation')
    .notNull()
    .references(() => organisations.id);
