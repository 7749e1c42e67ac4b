import type { TableName } from '../domain/scenario.ts';
import type { Check } from './check.ts';

/** Reports the tables that a scenario cannot do without, and a scenario in which nothing is wanted. */
export function checkStated({ draft, problem }: Check): void {
  const { tables, places, programmes, wholeProgrammes } = draft;
  const missing = (table: TableName, message: string, expected: string) =>
    problem({ ...places.table(table), code: 'missing-table', message, expected });
  if (!tables.suppliers.stated) missing('suppliers', 'the suppliers are missing', 'a table with the column supplier');
  if (!tables.capacity.stated)
    missing('capacity', 'the capacity is missing', 'a table with the columns supplier, process and hoursPerPeriod');
  if (!tables.bom.stated && programmes.values.length > 0)
    missing('bom', 'the bill of materials is missing', 'a table with parent, item and quantity; or `programmes: []`');
  else if (!tables.bom.stated && !tables.items.stated)
    missing('items', 'both items and bom are missing', 'one of the two tables');
  const wanted = programmes.values.length > 0 || tables.demand.values.length > 0;
  if (!wanted && wholeProgrammes && tables.demand.whole && tables.demand.broken.length === 0)
    problem({
      ...places.setting(['programmes']),
      code: 'no-demand',
      message: 'nothing is wanted',
      expected: 'a programme, or rows in the demand table',
    });
}
