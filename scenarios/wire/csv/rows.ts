import type { z } from 'zod';
import type { InputProblem } from '../../domain/input-problem.ts';
import type { TableName } from '../../domain/scenario.ts';
import { TEXT_LAW } from '../fields.ts';
import { problemsOf } from '../issue-problems.ts';
import type { Report } from '../places.ts';
import { fileOf, type RowOf, TABLE_ROWS } from '../tables/index.ts';
import {
  cellFault,
  cellText,
  cellValue,
  doubtfulNumber,
  excelFault,
  type NumberStyle,
  thousandsReading,
} from './cells.ts';
import type { Column, Header } from './header.ts';
import type { Visit } from './records.ts';

/** The rows of a table as they are read, with their lines. */
export interface RowSink<Row> {
  readonly values: Row[];
  readonly at: number[];
  readonly broken: Record<string, unknown>[];
}

type Fault = ReturnType<typeof cellFault>;

/** One text for equal names: a table of a million quotes names a few thousand suppliers. */
function onceEach(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size < 100_000) known.set(text, text);
    return text;
  };
}

function faultOf(text: string, column: Column, value: unknown, { locale, doubtful }: NumberStyle): Fault | undefined {
  const excel = excelFault(text, column.kind);
  if (excel !== undefined) return excel;
  if (value === undefined) return cellFault(text, column.kind, locale);
  const thousands = doubtful && column.kind === 'number' ? thousandsReading(text) : undefined;
  if (thousands === undefined || !(column.schema as z.ZodType).safeParse(thousands).success) return undefined;
  return doubtfulNumber(text, thousands);
}

/** Excel leaves out the empty cells at the end of a row, or adds some; a filled cell beyond the headers is an error. */
function raggedness(record: readonly string[], width: number): { found: string; expected: string } | undefined {
  const filled = record.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled <= width && record.length >= width) return undefined;
  const curly = record.some((cell) => /[“”„]/.test(cell));
  const hint = curly
    ? 'straight quotation marks ("), as “ and ” do not hold a cell together'
    : 'a text with a delimiter in it has to be quoted';
  return { found: String(filled > width ? filled : record.length), expected: `${width}, as in the header (${hint})` };
}

/** In a table everything is text: nothing has to be quoted to be so. */
const inTable = (problem: InputProblem): InputProblem =>
  problem.expected === TEXT_LAW ? { ...problem, expected: 'a text' } : problem;

/** Takes the records of a table one by one: those that keep the laws of the row's schema, and a problem for each that does not. */
export function rowReader<Table extends TableName>(
  table: Table,
  { columns, width }: Header,
  style: NumberStyle,
  problem: Report,
): { readonly visit: Visit; readonly rows: RowSink<RowOf<Table>> } {
  const file = fileOf(table);
  const schema: z.ZodType = TABLE_ROWS[table];
  const headers = new Map(columns.map(({ key, header }) => [key, header]));
  const rows: RowSink<RowOf<Table>> = { values: [], at: [], broken: [] };
  const once = onceEach();
  const visit: Visit = (record, line) => {
    const raw: Record<string, unknown> = {};
    const unread: string[] = [];
    for (const column of columns) {
      const text = cellText(record[column.index] ?? '');
      if (text === '') continue;
      const value = cellValue(text, column.kind, style.locale);
      const fault = faultOf(text, column, value, style);
      if (fault === undefined) raw[column.key] = column.kind === 'text' ? once(text) : value;
      else {
        unread.push(column.key);
        problem({ file, line, column: column.header, ...fault });
      }
    }
    const ragged = raggedness(record, width);
    if (ragged !== undefined) problem({ code: 'ragged-row', file, line, message: 'wrong number of cells', ...ragged });
    const parsed = schema.safeParse(raw);
    if (parsed.success && ragged === undefined && unread.length === 0) {
      rows.values.push(parsed.data as RowOf<Table>);
      rows.at.push(line);
      return;
    }
    rows.broken.push(raw);
    if (parsed.success || ragged !== undefined) return;
    const issues = parsed.error.issues.filter((issue) => !unread.includes(String(issue.path[0])));
    const place = ([key = '']: readonly (string | number)[]) => ({
      file,
      line,
      column: headers.get(`${key}`) ?? `${key}`,
    });
    for (const found of problemsOf(issues, raw, place, () => [])) problem(inTable(found));
  };
  return { visit, rows };
}
