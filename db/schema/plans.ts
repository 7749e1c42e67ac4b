import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlanStatus } from '../../scenarios/domain/plan.ts';
import { owner } from './owner.ts';

/** A verified plan, never changed; the columns beside the document are what lists show. */
export const plans = sqliteTable(
  'plans',
  {
    organisation: owner(),
    /** The plan's own digest names it. */
    digest: text('digest').notNull(),
    scenario: text('scenario').notNull(),
    name: text('name').notNull(),
    status: text('status').$type<PlanStatus>().notNull(),
    shortfall: real('shortfall'),
    cost: real('cost'),
    members: integer('members').notNull(),
    multiple: real('multiple'),
    gap: real('gap'),
    /** Packed text of plan.json. */
    document: text('document').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisation, table.digest] }),
    index('plans_listed').on(table.organisation, table.createdAt, table.digest),
    index('plans_of_scenario').on(table.organisation, table.scenario, table.createdAt, table.digest),
  ],
);
