import type { TableName } from '../domain/scenario.ts';
import { nearWord } from './near-word.ts';
import type { Report } from './places.ts';
import { fileOf } from './tables/index.ts';

/** The table that a strange file was most likely meant to be: `Items.csv`, `item.csv` or `items.xlsx` for items. */
export function meantTable(name: string, tables: readonly TableName[]): TableName | undefined {
  const stem = name.replace(/\.[^.]*$/, '');
  const near = nearWord(stem, tables);
  return tables.find((table) => table === near);
}

const STRANGE = /\.(?:csv|tsv|txt|xlsx?|xlsm|ods)$/i;

/** Files that look like tables but are not read, as their names are not those of the tables that are. */
export const strangers = (files: ReadonlyMap<string, unknown>, tables: readonly TableName[]): readonly string[] =>
  [...files.keys()]
    .filter((name) => !name.includes('/') && STRANGE.test(name) && !tables.some((table) => fileOf(table) === name))
    .sort();

const SHEET = /\.(?:xlsx?|xlsm|ods)$/i;

/** Warns of strange files, that nobody misses what stands in them. */
export function warnOfStrangers(names: readonly string[], tables: readonly TableName[], warn: Report): void {
  for (const name of names) {
    const table = meantTable(name, tables);
    if (table === undefined && !/\.csv$/i.test(name)) continue;
    const hint = table === undefined ? '' : `; did you mean ${fileOf(table)}?`;
    const expected = SHEET.test(name)
      ? 'a CSV file (in Excel: File, Save As, "CSV UTF-8")'
      : tables.map(fileOf).join(', ');
    warn({ code: 'ignored-file', file: name, message: `this file is ignored${hint}`, expected });
  }
}
