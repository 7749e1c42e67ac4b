import type { InputProblem, RowProblem } from './domain/input-problem.ts';
import { TABLES, type TableName } from './domain/scenario.ts';
import type { Draft } from './wire/draft.ts';
import type { Place } from './wire/places.ts';
import { fileOf } from './wire/tables/index.ts';

const NAMING = ['supplier', 'item', 'process'] as const;

type Row = Readonly<Partial<Record<string, unknown>>>;

/** The row whose supplier, item and process are all spoken of in the message; none where a name has a space in it. */
function spokenRow(rows: readonly Row[], message: string): number {
  const words = new Set(message.split(/[\s,;:()"']+/).map((word) => word.replace(/\.$/, '')));
  return rows.findIndex((row) => NAMING.every((column) => row[column] === undefined || words.has(String(row[column]))));
}

/** The row that a problem is about: the one that it states, or else the one that its message speaks of. */
function rowOf(rows: readonly Row[], row: RowProblem['row'], message: string): number {
  if (row === undefined) return spokenRow(rows, message);
  const stated = Object.entries(row);
  return rows.findIndex((one) => stated.every(([column, name]) => one[column] === name));
}

/** Gives a problem that names a table's file, but no line, the place of the row that it is about. */
export function locate({ row, ...problem }: RowProblem, draft: Draft): InputProblem {
  const table = TABLES.find((name: TableName) => fileOf(name) === problem.file);
  if (table === undefined || problem.line !== undefined || problem.pointer !== undefined) return problem;
  const { values, at } = draft.tables[table];
  const index = rowOf(values as unknown as readonly Row[], row, problem.message);
  const { file: _, ...rest } = problem;
  if (index < 0) return { ...rest, ...draft.places.table(table), ...columnOf(problem) };
  return { ...rest, ...draft.places.row(table, at[index]!, problem.column) };
}

const columnOf = ({ column }: InputProblem): { column?: string } => (column === undefined ? {} : { column });

/** The place of the BOM line of a component in its parent. */
export function locateLine({ tables, places }: Draft, parent: string, item: string): Place {
  const index = tables.bom.values.findIndex((line) => line.parent === parent && line.item === item);
  return index < 0 ? places.table('bom') : places.row('bom', tables.bom.at[index]!, 'item');
}
