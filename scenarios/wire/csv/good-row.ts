import type { z } from 'zod';
import type { TableName } from '../../domain/scenario.ts';
import { TABLE_ROWS } from '../tables/index.ts';
import { cellReader, type ReadCell } from './cell-cache.ts';
import { faultOf } from './cell-fault.ts';
import { cellValue, type NumberStyle } from './cells.ts';
import { type Header, requiredColumns } from './header.ts';

/** One key of a row: where its cell stands, and what it is without one. */
interface Field {
  readonly key: string;
  /** -1: the file has no such column. */
  readonly index: number;
  readonly read: (raw: string) => ReadCell;
  readonly required: boolean;
  /** undefined: the key is then absent. */
  readonly fallback: unknown;
}

function fieldsOf(table: TableName, { columns }: Header, style: NumberStyle): readonly Field[] {
  const shape = TABLE_ROWS[table].shape as Readonly<Record<string, z.ZodType>>;
  const required = new Set(requiredColumns(table));
  return Object.entries(shape).map(([key, schema]) => {
    const column = columns.find((one) => one.key === key);
    const parse = (text: string): unknown => {
      const value = column && cellValue(text, column.kind, style.locale);
      return column === undefined || faultOf(text, column, value, style) !== undefined ? undefined : value;
    };
    const read = column === undefined ? (): ReadCell => 'empty' : cellReader(column, parse);
    const fallback: unknown = schema.safeParse(undefined).data;
    return { key, index: column?.index ?? -1, read, required: required.has(key), fallback };
  });
}

/**
 * Makes rows of records cell by cell, each by the law of its own column, which is all that the schemas of rows consist of. Gives
 * undefined for a record in which anything is wrong.
 */
export function goodRow(
  table: TableName,
  header: Header,
  style: NumberStyle,
): (record: readonly string[]) => Record<string, unknown> | undefined {
  const fields = fieldsOf(table, header, style);
  const { width, cells } = header;
  return (record) => {
    // Excel leaves out empty cells at the end of a line: a shorter record has them all the same.
    if (record.length > cells) return undefined;
    for (let index = width; index < record.length; index += 1) if (record[index]!.trim() !== '') return undefined;
    const row: Record<string, unknown> = {};
    for (const { key, index, read, required, fallback } of fields) {
      const cell = index < 0 ? 'empty' : read(record[index] ?? '');
      if (cell === 'fault' || (cell === 'empty' && required)) return undefined;
      const value = cell === 'empty' ? fallback : cell.value;
      if (value !== undefined) row[key] = value;
    }
    return row;
  };
}
