import type { TableName } from '../../domain/scenario.ts';
import type { Report } from '../places.ts';
import type { RowOf } from '../tables/index.ts';
import type { NumberStyle } from './cells.ts';
import { faultyRow } from './faulty-row.ts';
import { goodRow } from './good-row.ts';
import type { Header } from './header.ts';
import type { Visit } from './records.ts';

/** The rows of a table as they are read, with their lines. */
export interface RowSink<Row> {
  readonly values: Row[];
  readonly at: number[];
  readonly broken: Record<string, unknown>[];
}

/** Takes the records of a table one by one: those that keep the laws of the row's schema, and a problem for each that does not. */
export function rowReader<Table extends TableName>(
  table: Table,
  header: Header,
  style: NumberStyle,
  problem: Report,
): { readonly visit: Visit; readonly rows: RowSink<RowOf<Table>> } {
  const rows: RowSink<RowOf<Table>> = { values: [], at: [], broken: [] };
  const good = goodRow(table, header, style);
  const faulty = faultyRow(table, header, style, (record) => good(record) !== undefined, problem);
  const visit: Visit = (record, line) => {
    const row = good(record);
    if (row === undefined) rows.broken.push(faulty(record, line));
    else {
      rows.values.push(row as RowOf<Table>);
      rows.at.push(line);
    }
  };
  return { visit, rows };
}
