import type { z } from 'zod';
import type { TableName } from '../../domain/scenario.ts';
import type { DraftTable } from '../draft.ts';
import { problemsOf, shown } from '../issue-problems.ts';
import { nearWord } from '../near-word.ts';
import type { Report } from '../places.ts';
import type { Locale } from '../settings.ts';
import { fileOf, type RowOf, TABLE_ROWS } from '../tables/index.ts';
import { type CellKind, cellFault, cellKind, cellValue } from './cells.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';

/** A column of a file that the table knows: where it stands, how it is headed there and how its cells are read. */
interface Column {
  readonly key: string;
  readonly header: string;
  readonly index: number;
  readonly kind: CellKind;
}

/** A table read from its file, and the header that each column has there. */
export interface TableFile<Row> extends DraftTable<Row> {
  readonly headers: ReadonlyMap<string, string>;
}

interface Header {
  readonly columns: readonly Column[];
  readonly missing: readonly string[];
}

function readHeader(table: TableName, record: readonly string[], line: number, problem: Report, warn: Report): Header {
  const { shape } = TABLE_ROWS[table];
  const keys = new Map(Object.keys(shape).map((key) => [key.toLowerCase(), key]));
  const found = new Map<string, Column>();
  const ignored: string[] = [];
  const file = fileOf(table);
  record.forEach((cell, index) => {
    const header = cell.trim();
    const key = keys.get(header.toLowerCase());
    if (header === '') return;
    if (key === undefined) {
      const near = nearWord(header, keys.values());
      ignored.push(near === undefined ? header : `${header} (did you mean ${near}?)`);
    } else if (found.has(key))
      problem({ code: 'duplicate-column', file, line, column: header, message: 'this column stands here twice' });
    else {
      const schema = (shape as Readonly<Record<string, z.core.$ZodType>>)[key]!;
      found.set(key, { key, header, index, kind: cellKind(schema) });
    }
  });
  if (ignored.length > 0)
    warn({ code: 'ignored-columns', file, line, message: `ignored columns: ${ignored.join(', ')}` });
  return { columns: [...found.values()], missing: requiredColumns(table).filter((key) => !found.has(key)) };
}

/** What an empty row lacks. */
const requiredColumns = (table: TableName): readonly string[] =>
  (TABLE_ROWS[table].safeParse({}).error?.issues ?? []).map((issue) => String(issue.path[0]));

/** Reads one table's file: every row that keeps the laws of its schema, and a problem for each that does not. */
export function readTable<Table extends TableName>(
  table: Table,
  bytes: Uint8Array,
  locale: Locale,
  problem: Report,
  warn: Report,
): TableFile<RowOf<Table>> {
  const file = fileOf(table);
  const nothing = { stated: true, whole: false, values: [], at: [], broken: [], headers: new Map<string, string>() };
  const text = decodeText(file, bytes);
  if (typeof text !== 'string') {
    problem(text);
    return nothing;
  }
  const csv = readCsv(file, text);
  if (csv.problem !== undefined) problem(csv.problem);
  const [first] = csv.records;
  if (first === undefined) {
    if (csv.problem === undefined) problem(emptyFile(table));
    return nothing;
  }
  const { columns, missing } = readHeader(table, first, csv.lines[0]!, problem, warn);
  const headers = new Map(columns.map(({ key, header }) => [key, header]));
  if (missing.length === 0)
    return {
      ...readRows(table, csv, columns, locale, problem),
      stated: true,
      whole: csv.problem === undefined,
      headers,
    };
  const tabs = first.some((cell) => cell.includes('\t')) ? ' (columns are separated by tabs: save with commas)' : '';
  for (const column of missing)
    problem({ code: 'missing-column', file, line: csv.lines[0]!, column, message: `this column is missing${tabs}` });
  return { ...nothing, headers };
}

function emptyFile(table: TableName) {
  const expected = `a header line, such as ${Object.keys(TABLE_ROWS[table].shape).slice(0, 3).join(',')}`;
  return { code: 'empty-file', file: fileOf(table), line: 1, message: 'the file is empty', expected };
}

function readRows<Table extends TableName>(
  table: Table,
  csv: { readonly records: readonly (readonly string[])[]; readonly lines: readonly number[] },
  columns: readonly Column[],
  locale: Locale,
  problem: Report,
) {
  const file = fileOf(table);
  const schema: z.ZodType = TABLE_ROWS[table];
  const headers = new Map(columns.map(({ key, header }) => [key, header]));
  const width = csv.records[0]!.length;
  const values: RowOf<Table>[] = [];
  const at: number[] = [];
  const broken: Record<string, unknown>[] = [];
  // A plain loop: tables have up to millions of rows.
  for (let index = 1; index < csv.records.length; index++) {
    const record = csv.records[index]!;
    const line = csv.lines[index]!;
    const unread: string[] = [];
    const raw = rowOf(record, columns, locale, (column, cell) => {
      unread.push(column.key);
      problem({ file, line, column: column.header, ...cellFault(cell, column.kind, locale), found: shown(cell) });
    });
    const ragged = record.length !== width;
    if (ragged)
      problem({
        code: 'ragged-row',
        file,
        line,
        message: 'wrong number of cells',
        found: String(record.length),
        expected: `${width}, as in the header (a text with a delimiter in it has to be quoted)`,
      });
    const parsed = schema.safeParse(raw);
    if (parsed.success && !ragged && unread.length === 0) {
      values.push(parsed.data as RowOf<Table>);
      at.push(line);
      continue;
    }
    broken.push(raw);
    if (parsed.success || ragged) continue;
    const issues = parsed.error.issues.filter((issue) => !unread.includes(String(issue.path[0])));
    const place = (path: readonly (string | number)[]) => {
      const key = String(path[0]);
      return { file, line, column: headers.get(key) ?? key };
    };
    for (const found of problemsOf(issues, raw, place, () => [])) problem(found);
  }
  return { values, at, broken };
}

function rowOf(
  record: readonly string[],
  columns: readonly Column[],
  locale: Locale,
  unreadable: (column: Column, cell: string) => void,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const column of columns) {
    const cell = (record[column.index] ?? '').trim();
    if (cell === '') continue;
    const value = cellValue(cell, column.kind, locale);
    if (value === undefined) unreadable(column, cell);
    else row[column.key] = value;
  }
  return row;
}
