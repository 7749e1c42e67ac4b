import type { TableName } from '../domain/scenario.ts';
import { type Check, checkPeriod, isUnknown, reportUnknown } from './check.ts';
import type { Kind } from './known.ts';

const REFERENCES: readonly (readonly [TableName, string, Kind])[] = [
  ['capacity', 'supplier', 'supplier'],
  ['certificates', 'supplier', 'supplier'],
  ['certificates', 'scope', 'process'],
  ['expansions', 'supplier', 'supplier'],
  ['expansions', 'process', 'process'],
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

/** Where items are referred to when there is a list of items. */
const ITEM_REFERENCES: readonly (readonly [TableName, string, Kind])[] = [
  ['bom', 'parent', 'item'],
  ['bom', 'item', 'item'],
  ['routing', 'item', 'item'],
  ['demand', 'item', 'item'],
];

/** Reports each unknown name of a column once, at the first row in which it stands. */
function checkColumn(check: Check, table: TableName, column: string, kind: Kind): void {
  const unknown = new Map<string, { first: number; count: number }>();
  eachName(check, table, column, (name, at) => {
    if (!isUnknown(check, kind, name)) return;
    const before = unknown.get(name) ?? { first: at, count: 0 };
    unknown.set(name, { first: Math.min(before.first, at), count: before.count + 1 });
  });
  for (const [name, { first, count }] of unknown)
    reportUnknown(check, kind, name, check.draft.places.row(table, first, column), count - 1);
}

/** Checks every name and every period that a table's rows refer to. */
export function checkTableNames(check: Check): void {
  const { places, tables } = check.draft;
  for (const [table, column, kind] of tables.items.stated ? [...ITEM_REFERENCES, ...REFERENCES] : REFERENCES)
    checkColumn(check, table, column, kind);
  for (const [table, column] of PERIODS)
    eachName(check, table, column, (label, at) => checkPeriod(check, label, () => places.row(table, at, column)));
}
