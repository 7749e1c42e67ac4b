import type { Scenario, TableName } from '../../domain/scenario.ts';
import { bomRow } from './bom.ts';
import { capacityRow } from './capacity.ts';
import { certificateRow } from './certificates.ts';
import { demandRow } from './demand.ts';
import { expansionRow } from './expansions.ts';
import { incumbentRow } from './incumbents.ts';
import { itemRow, type StatedItem } from './items.ts';
import { quoteRow } from './quotes.ts';
import { routingRow } from './routing.ts';
import { supplierRow } from './suppliers.ts';

/** A row of a table as it is written, defaults filled in. */
export type RowOf<Table extends TableName> = Table extends 'items' ? StatedItem : Scenario[Table][number];

/** The schema of one row of each table: of a CSV file's line and of an entry in the JSON document alike. */
export const TABLE_ROWS = {
  bom: bomRow,
  items: itemRow,
  routing: routingRow,
  demand: demandRow,
  suppliers: supplierRow,
  capacity: capacityRow,
  certificates: certificateRow,
  quotes: quoteRow,
  incumbents: incumbentRow,
  expansions: expansionRow,
} as const;

/** The file of a table in a scenario folder. */
export const fileOf = (table: TableName): string => `${table}.csv`;

/** The columns by which the rows of a table are sorted and told apart. */
export const TABLE_KEYS: { readonly [Table in TableName]: readonly (keyof RowOf<Table> & string)[] } = {
  bom: ['parent', 'item', 'alternateGroup', 'effectiveFrom'],
  items: ['item'],
  routing: ['item', 'process'],
  demand: ['item', 'period'],
  suppliers: ['supplier'],
  capacity: ['supplier', 'process', 'period'],
  certificates: ['supplier', 'certificate', 'status'],
  quotes: ['supplier', 'item', 'fromQuantity'],
  incumbents: ['supplier', 'item'],
  expansions: ['supplier', 'process', 'option'],
};
