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
import { splitNumber } from './split-number.ts';

const CURLY = 'straight quotation marks ("), as “ and ” do not hold a cell together';

function raggednessHint(record: readonly string[], onlyEmpty: boolean, isShort: boolean, split: string | undefined) {
  if (split !== undefined) return split;
  if (onlyEmpty) return 'empty cells at the end count too';
  if (record.some((cell) => /[“”„]/.test(cell))) return CURLY;
  return isShort
    ? 'cells can be left out only at the end and where they may be empty'
    : 'a text with a delimiter in it has to be quoted';
}

/**
 * A row has as many cells as the header line, or fewer where all that is missing at its end is empty, which is told of a row that is wrong
 * in another way alone; of those beyond the last headed one (Excel's empty columns) none is filled. */
function raggedness(record: readonly string[], { width, cells }: Header, split: () => string | undefined) {
  const filled = record.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (record.length === cells && filled <= width) return undefined;
  const [found, wanted] = record.length === cells ? [filled, width] : [record.length, cells];
  const hint = raggednessHint(record, filled <= width && record.length >= width, record.length < cells, split());
  return { found: String(found), expected: `${wanted}, as in the header (${hint})` };
}

/** In a table everything is text: nothing has to be quoted to be so. */
const inTable = (problem: InputProblem): InputProblem =>
  problem.expected === TEXT_LAW ? { ...problem, expected: 'a text' } : problem;

/** Reports all that is wrong with a record, and gives what of it could be read; `isGood` tells of a record whether nothing is. */
export function faultyRow(
  table: TableName,
  header: Header,
  style: NumberStyle,
  isGood: (record: readonly string[]) => boolean,
  problem: Report,
): (record: readonly string[], line: number) => Record<string, unknown> {
  const { columns } = header;
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
    const ragged = raggedness(record, header, () => splitNumber(record, header, style, isGood));
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
