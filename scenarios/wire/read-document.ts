import type { z } from 'zod';
import type { InputProblem } from '../domain/input-problem.ts';
import { TABLES, type TableName } from '../domain/scenario.ts';
import { type Draft, type DraftTable, type DraftTables, noTable } from './draft.ts';
import { problemsOf, shown } from './issue-problems.ts';
import { keysAt } from './keys-at.ts';
import { documentPlaces, type Path, type Report } from './places.ts';
import { readSettings } from './read-settings.ts';
import { problemList } from './report.ts';
import { sortPlaced } from './sort-rows.ts';
import { type RowOf, TABLE_KEYS, TABLE_ROWS } from './tables/index.ts';

type Block = Readonly<Record<string, unknown>>;

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readRows<Table extends TableName>(table: Table, raw: unknown, problem: Report): DraftTable<RowOf<Table>> {
  if (raw === undefined || raw === null) return noTable;
  if (!Array.isArray(raw)) {
    problem({
      ...documentPlaces.table(table),
      code: 'not-a-list',
      message: 'not a list',
      found: shown(raw),
      expected: 'a list of rows',
    });
    return { ...noTable, stated: true, whole: false };
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
    const place = (path: Path) => documentPlaces.setting([table, index, ...path]);
    for (const found of problemsOf(parsed.error.issues, row, place, (path) => keysAt(schema, path))) problem(found);
  });
  return { stated: true, whole: true, broken, ...sortPlaced({ values, at }, TABLE_KEYS[table]) };
}

/** Reads a JSON document (already parsed from text) as far as possible; what is no block at all is one problem. Never throws. */
export function readDocument(document: unknown): Draft | InputProblem {
  if (!isBlock(document)) {
    const place = { file: 'scenario', column: 'the document', pointer: '' };
    const expected = 'a block with name, calendar, suppliers, capacity and items or bom';
    return { ...place, code: 'not-a-block', message: 'not a scenario', found: shown(document), expected };
  }
  const problems = problemList();
  const problem = problems.report;
  const tables = Object.fromEntries(
    TABLES.map((table) => [table, readRows(table, document[table], problem)]),
  ) as unknown as DraftTables;
  const settings = readSettings(document, TABLES, documentPlaces, problem);
  return {
    ...settings,
    tables,
    places: documentPlaces,
    misnamed: () => undefined,
    problems: problems.all(),
    warnings: [],
  };
}
