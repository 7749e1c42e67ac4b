import type { RowProblem } from './domain/input-problem.ts';
import type { TableName } from './domain/scenario.ts';
import { missingTable } from './references/stated.ts';
import type { Draft } from './wire/draft.ts';

/** What problems of single items come down to when a whole table is not there. */
const TABLES: readonly (readonly [code: string, table: TableName, lacking: string, expected: string])[] = [
  [
    'no-routing',
    'routing',
    'made items without routing or quote',
    'a table with the columns item, process and hoursPerUnit, or quotes for these items',
  ],
  [
    'missing-unit-value',
    'items',
    'items without a unitValue, of which the cost is not known',
    'a table with the columns item and unitValue, or quotes for these items',
  ],
];

/** Names the table that is missing, once, instead of every item that would have stood in it. */
export function nameMissingTables(problems: readonly RowProblem[], draft: Draft): readonly RowProblem[] {
  return TABLES.reduce((rest, [code, table, lacking, expected]) => {
    const alike = rest.filter((problem) => problem.code === code);
    if (draft.tables[table].stated || alike.length === 0) return rest;
    const names = alike.slice(0, 5).map(({ message }) => message.split(' ', 1)[0]);
    const more = alike.length > 5 ? ` and ${alike.length - 5} more` : '';
    const missing = missingTable(draft, table, `${lacking}: ${names.join(', ')}${more}`, expected);
    return [missing, ...rest.filter((problem) => problem.code !== code)];
  }, problems);
}
