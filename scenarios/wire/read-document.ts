import type { InputProblem } from '../domain/input-problem.ts';
import { TABLES } from '../domain/scenario.ts';
import { isBlock } from './block.ts';
import type { Draft, DraftTables } from './draft.ts';
import { shown } from './issue-problems.ts';
import { MOST_ROWS } from './most-rows.ts';
import { documentPlaces } from './places.ts';
import { readRows } from './read-rows.ts';
import { readSettings } from './read-settings.ts';
import { problemList } from './report.ts';

/** Reads a JSON document (already parsed from text) as far as possible; what is no block at all is one problem. Never throws. */
export function readDocument(document: unknown, mostRows = MOST_ROWS): Draft | InputProblem {
  if (!isBlock(document)) {
    const place = { file: 'scenario', column: 'the document', pointer: '' };
    const expected = 'a block with name, calendar, suppliers, capacity and items or bom';
    return { ...place, code: 'not-a-block', message: 'not a scenario', found: shown(document), expected };
  }
  const problems = problemList();
  const problem = problems.report;
  const tables = Object.fromEntries(
    TABLES.map((table) => [table, readRows(table, document[table], documentPlaces, mostRows, problem)]),
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
