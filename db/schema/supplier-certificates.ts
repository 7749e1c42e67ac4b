import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { owner } from './owner.ts';

/** Which suppliers of a registry have a row on a certificate: written from their documents, to find them by. */
export const supplierCertificates = sqliteTable(
  'supplier_certificates',
  {
    registry: text('registry').notNull(),
    certificate: text('certificate').notNull(),
    supplier: text('supplier').notNull(),
    organisation: owner(),
  },
  (table) => [
    primaryKey({ columns: [table.registry, table.supplier, table.certificate] }),
    index('supplier_certificates_found').on(table.registry, table.certificate, table.supplier),
  ],
);
