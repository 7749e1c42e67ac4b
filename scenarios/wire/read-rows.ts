import type { z } from 'zod';
import type { TableName } from '../domain/scenario.ts';
import { type Block, isBlock } from './block.ts';
import { type DraftTable, noTable } from './draft.ts';
import { problemsOf, shown } from './issue-problems.ts';
import { keysAt } from './keys-at.ts';
import { tooManyRows } from './most-rows.ts';
import { type Path, type Places, pointerOf, type Report } from './places.ts';
import { sortPlaced } from './sort-rows.ts';
import { type RowOf, TABLE_KEYS, TABLE_ROWS } from './tables/index.ts';

/** Reads one table of a JSON document: every row that keeps the laws of its schema, and a problem for each that does not. */
export function readRows<Table extends TableName>(
  table: Table,
  raw: unknown,
  places: Places,
  mostRows: number,
  problem: Report,
): DraftTable<RowOf<Table>> {
  if (raw === undefined || raw === null) return noTable;
  const refused = { ...noTable, stated: true, whole: false };
  if (!Array.isArray(raw)) {
    const words = { code: 'not-a-list', message: 'not a list', found: shown(raw), expected: 'a list of rows' };
    problem({ ...places.table(table), ...words });
    return refused;
  }
  if (raw.length > mostRows) {
    problem(tooManyRows(places.table(table), raw.length, mostRows));
    return refused;
  }
  const schema: z.ZodType = TABLE_ROWS[table];
  const values: RowOf<Table>[] = [];
  const at: number[] = [];
  const broken: Block[] = [];
  raw.forEach((row: unknown, index) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) {
      values.push(parsed.data as RowOf<Table>);
      at.push(index);
      return;
    }
    broken.push(isBlock(row) ? row : {});
    const place = (path: Path) => cellPlace(places, table, index, path);
    for (const found of problemsOf(parsed.error.issues, row, place, (path) => keysAt(schema, path))) problem(found);
  });
  return { stated: true, whole: true, broken, ...sortPlaced({ values, at }, TABLE_KEYS[table]) };
}

/** The place of a value in a row, of an entry of a list in it too. */
function cellPlace(places: Places, table: TableName, index: number, [column, ...within]: Path) {
  if (column === undefined) return places.row(table, index);
  const place = places.row(table, index, String(column));
  if (within.length === 0 || place.pointer === undefined) return place;
  const pointer = place.pointer + pointerOf(within);
  return { ...place, column: `${place.column}${within.map((part) => `[${part}]`).join('')}`, pointer };
}
