import type { z } from 'zod';
import type { InputProblem } from '../../domain/input-problem.ts';
import type { TableName } from '../../domain/scenario.ts';
import { TEXT_LAW } from '../fields.ts';
import { problemsOf } from '../issue-problems.ts';
import type { Report } from '../places.ts';
import { fileOf, TABLE_ROWS } from '../tables/index.ts';
import { faultOf } from './cell-fault.ts';
import { cellText, cellValue, type NumberStyle } from './cells.ts';
import type { Header } from './header.ts';

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

/** Reports all that is wrong with a record, and gives what of it could be read. */
export function faultyRow(
  table: TableName,
  { columns, width }: Header,
  style: NumberStyle,
  problem: Report,
): (record: readonly string[], line: number) => Record<string, unknown> {
  const file = fileOf(table);
  const schema: z.ZodType = TABLE_ROWS[table];
  const headers = new Map(columns.map(({ key, header }) => [key, header]));
  return (record, line) => {
    const raw: Record<string, unknown> = {};
    const unread: string[] = [];
    for (const column of columns) {
      const text = cellText(record[column.index] ?? '');
      if (text === '') continue;
      const value = cellValue(text, column.kind, style.locale);
      const fault = faultOf(text, column, value, style);
      if (fault === undefined) raw[column.key] = value;
      else {
        unread.push(column.key);
        problem({ file, line, column: column.header, ...fault });
      }
    }
    const ragged = raggedness(record, width);
    if (ragged !== undefined) {
      problem({ code: 'ragged-row', file, line, message: 'wrong number of cells', ...ragged });
      return raw;
    }
    const issues = schema.safeParse(raw).error?.issues ?? [];
    const untold = issues.filter((issue) => !unread.includes(String(issue.path[0])));
    const place = ([key = '']: readonly (string | number)[]) => ({
      file,
      line,
      column: headers.get(`${key}`) ?? `${key}`,
    });
    for (const found of problemsOf(untold, raw, place, () => [])) problem(inTable(found));
    return raw;
  };
}
