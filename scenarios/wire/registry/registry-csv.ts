import { REGISTRY_TABLES, type RegistryEntry, registryRows } from '../../domain/registry.ts';
import { type Cell, csv } from '../csv/write-csv.ts';
import { fileOf, TABLE_ROWS } from '../tables/index.ts';

const cell = (value: unknown): Cell => (Array.isArray(value) ? value.join(';') : (value as Cell));

/**
 * The four tables of a registry as CSV texts by file name, every column of the formats headed, rows in order of the entries. Read again
 * they give the same entries, as far as CSV can tell: a `;` within a tag, or a name that Excel would have made (`1E5`), it cannot.
 */
export function registryCsv(entries: readonly RegistryEntry[]): ReadonlyMap<string, string> {
  const rows = registryRows(entries);
  return new Map(
    REGISTRY_TABLES.map((table) => {
      const columns = Object.keys(TABLE_ROWS[table].shape);
      const records: readonly object[] = rows[table];
      const cells = records.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cell(value)])),
      );
      return [fileOf(table), csv(columns, cells)];
    }),
  );
}
