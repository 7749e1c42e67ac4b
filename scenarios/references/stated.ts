import type { InputProblem } from '../domain/input-problem.ts';
import type { TableName } from '../domain/scenario.ts';
import type { Draft } from '../wire/draft.ts';
import type { Check } from './check.ts';

/** The problem of a table that is needed but not there, with the file that it most likely is under another name. */
export function missingTable(draft: Draft, table: TableName, reason: string, expected: string): InputProblem {
  const place = draft.places.table(table);
  const what = place.pointer === undefined ? 'this file is missing' : `the table ${table} is missing`;
  const other = draft.misnamed(table);
  const remedy = other?.endsWith('.csv') ? 'rename it to' : 'save it as CSV under the name';
  const hint = other === undefined ? '' : ` (is it ${other}? then ${remedy} ${place.file})`;
  return { ...place, code: 'missing-table', message: `${what}: ${reason}`, expected: expected + hint };
}

/** Reports the tables that a scenario cannot do without, and a scenario in which nothing is wanted. */
export function checkStated({ draft, problem }: Check): void {
  const { tables, places, programmes, wholeProgrammes } = draft;
  const missing = (table: TableName, reason: string, expected: string) =>
    problem(missingTable(draft, table, reason, expected));
  if (!tables.suppliers.stated) missing('suppliers', 'nobody can make anything', 'a table with the column supplier');
  if (!tables.capacity.stated)
    missing('capacity', 'nobody has hours', 'a table with the columns supplier, process and hoursPerPeriod');
  if (!tables.bom.stated && programmes.values.length > 0)
    missing(
      'bom',
      'a programme needs the bill of materials of its product',
      'a table with the columns parent, item and quantity; or `programmes: []` where items are wanted for themselves',
    );
  else if (!tables.bom.stated && !tables.items.stated)
    missing('items', 'neither items nor a bill of materials', 'the table items or the table bom');
  refuseEmptyTables(draft, problem);
  const wanted = programmes.values.length > 0 || tables.demand.values.length > 0;
  if (!wanted && wholeProgrammes && tables.demand.whole && tables.demand.broken.length === 0)
    problem({
      ...places.setting(['programmes']),
      code: 'no-demand',
      message: 'nothing is wanted',
      expected: 'a programme, or rows in the demand table',
    });
}

/**
 * Tables that may not be missing may not be without rows either; but a bill of materials may, where each product is a single part that
 * suppliers make or sell.
 */
function refuseEmptyTables({ tables, places, programmes }: Draft, problem: Check['problem']): void {
  const single = new Set([...tables.routing.values, ...tables.quotes.values].map(({ item }) => item));
  const assembled = programmes.values.some(({ product }) => !single.has(product));
  const needed: readonly TableName[] = ['suppliers', 'capacity', ...(assembled ? (['bom'] as const) : [])];
  for (const table of needed) {
    const { stated, whole, values, broken } = tables[table];
    if (!stated || !whole || values.length + broken.length > 0) continue;
    const message = 'the table has no rows';
    problem({ ...places.table(table), code: 'empty-table', message, expected: 'at least one row' });
  }
}
