import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Category } from '../../scenarios/domain/supplier.ts';
import { owner } from './owner.ts';
import { registries } from './registries.ts';

/** A supplier of a registry with all its rows in one JSON document; the columns beside it are what lists filter by. */
export const suppliers = sqliteTable(
  'suppliers',
  {
    registry: text('registry')
      .notNull()
      .references(() => registries.id),
    organisation: owner(),
    supplier: text('supplier').notNull(),
    /** The registry's version at the last change of this supplier, so that one removed and added again is not mistaken. */
    version: integer('version').notNull(),
    category: text('category').$type<Category>(),
    region: text('region'),
    document: text('document').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.registry, table.supplier] }),
    index('suppliers_by_category').on(table.registry, table.category, table.supplier),
    index('suppliers_by_region').on(table.registry, table.region, table.supplier),
  ],
);
