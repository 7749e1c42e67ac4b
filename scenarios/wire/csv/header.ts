import type { z } from 'zod';
import type { TableName } from '../../domain/scenario.ts';
import { nearWord } from '../near-word.ts';
import type { Report } from '../places.ts';
import { fileOf, TABLE_ROWS } from '../tables/index.ts';
import { type CellKind, cellKind, cellText } from './cells.ts';

/** A column of a file that the table knows: where it stands, how it is headed there and how its cells are read. */
export interface Column {
  readonly key: string;
  readonly header: string;
  readonly index: number;
  readonly kind: CellKind;
  readonly schema: z.core.$ZodType;
}

export interface Header {
  readonly columns: readonly Column[];
  /** Cells up to the last one that is headed: Excel likes to leave empty columns behind. */
  readonly width: number;
  /** Cells of the header line, empty ones at its end included: every row has as many. */
  readonly cells: number;
  /** False when a column that a row needs is missing, or when one stands twice. */
  readonly whole: boolean;
}

/** `Hours per unit`, `hours_per_unit` and `hoursPerUnit` are one header. */
const folded = (header: string): string => header.toLowerCase().replace(/[\s_.-]/g, '');

/** The columns that every row needs: what an empty row lacks. */
export const requiredColumns = (table: TableName): readonly string[] =>
  (TABLE_ROWS[table].safeParse({}).error?.issues ?? []).map((issue) => String(issue.path[0]));

function reportMissing(table: TableName, missing: readonly string[], headers: string[], line: number, problem: Report) {
  const tabs = headers.some((header) => header.includes('\t'));
  const found = tabs ? 'columns separated by tabs' : headers.filter((header) => header !== '').join(', ');
  for (const column of missing) {
    const near = nearWord(column, headers);
    const hint = near === undefined ? '' : ` (is it ${near}?)`;
    problem({
      code: 'missing-column',
      file: fileOf(table),
      line,
      column,
      message: 'this column is missing',
      found: found === '' ? 'no headers' : found,
      expected: tabs ? 'columns separated by , or ;' : `a column headed ${column}${hint}`,
    });
  }
}

/** Reads the header line of a table: which columns it has, in whatever order; unknown ones are warned of once. */
export function readHeader(
  table: TableName,
  record: readonly string[],
  line: number,
  problem: Report,
  warn: Report,
): Header {
  const shape = TABLE_ROWS[table].shape as Readonly<Record<string, z.core.$ZodType>>;
  const keys = new Map(Object.keys(shape).map((key) => [folded(key), key]));
  const headers = record.map(cellText);
  const found = new Map<string, Column>();
  const ignored: string[] = [];
  const file = fileOf(table);
  let twice = false;
  headers.forEach((header, index) => {
    if (header === '') return;
    const key = keys.get(folded(header));
    if (key === undefined) {
      const near = nearWord(header, keys.values());
      ignored.push(near === undefined ? header : `${header} (did you mean ${near}?)`);
      return;
    }
    const before = found.get(key);
    if (before === undefined) found.set(key, { key, header, index, kind: cellKind(shape[key]!), schema: shape[key]! });
    else {
      twice = true;
      const message = `a second column for ${key}; the first is headed ${before.header}`;
      problem({ code: 'duplicate-column', file, line, column: header, message, expected: 'one of the two columns' });
    }
  });
  const missing = requiredColumns(table).filter((key) => !found.has(key));
  reportMissing(table, missing, headers, line, problem);
  if (ignored.length > 0)
    warn({ code: 'ignored-columns', file, line, message: `ignored columns: ${ignored.join(', ')}` });
  return {
    columns: [...found.values()],
    width: headers.findLastIndex((header) => header !== '') + 1,
    cells: headers.length,
    whole: missing.length === 0 && !twice,
  };
}
