import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { owner } from './owner.ts';

/** Which suppliers of a registry offer a process: written from their documents, to find them by. */
export const supplierProcesses = sqliteTable(
  'supplier_processes',
  {
    registry: text('registry').notNull(),
    process: text('process').notNull(),
    supplier: text('supplier').notNull(),
    organisation: owner(),
  },
  (table) => [
    primaryKey({ columns: [table.registry, table.supplier, table.process] }),
    index('supplier_processes_found').on(table.registry, table.process, table.supplier),
  ],
);
