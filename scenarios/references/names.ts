import type { TableName } from '../domain/scenario.ts';
import { type Check, checkName, checkPeriod } from './check.ts';
import type { Kind } from './known.ts';

const REFERENCES: readonly (readonly [TableName, string, Kind])[] = [
  ['capacity', 'supplier', 'supplier'],
  ['certificates', 'supplier', 'supplier'],
  ['certificates', 'scope', 'process'],
  ['quotes', 'supplier', 'supplier'],
  ['quotes', 'item', 'item'],
  ['quotes', 'process', 'process'],
  ['incumbents', 'supplier', 'supplier'],
  ['incumbents', 'item', 'item'],
];

const PERIODS: readonly (readonly [TableName, string])[] = [
  ['demand', 'period'],
  ['capacity', 'period'],
];

function eachName(check: Check, table: TableName, column: string, visit: (name: string, at: number) => void): void {
  const { values, at } = check.draft.tables[table];
  values.forEach((row: object, index: number) => {
    const value = (row as Readonly<Record<string, unknown>>)[column];
    for (const name of Array.isArray(value) ? value : [value]) if (typeof name === 'string') visit(name, at[index]!);
  });
}

/** Checks every name and every period that a table's rows refer to. */
export function checkTableNames(check: Check): void {
  const { places } = check.draft;
  for (const [table, column, kind] of REFERENCES)
    eachName(check, table, column, (name, at) => checkName(check, kind, name, () => places.row(table, at, column)));
  for (const [table, column] of PERIODS)
    eachName(check, table, column, (label, at) => checkPeriod(check, label, () => places.row(table, at, column)));
}
