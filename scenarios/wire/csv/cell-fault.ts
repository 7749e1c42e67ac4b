import type { z } from 'zod';
import { type CellFault, cellFault, doubtfulNumber, excelFault, type NumberStyle, thousandsReading } from './cells.ts';
import type { Column } from './header.ts';

/** What is wrong with a cell whose text gives a value (or none), before the law of its column is asked; undefined: nothing. */
export function faultOf(
  text: string,
  column: Column,
  value: unknown,
  { locale, doubtful }: NumberStyle,
): CellFault | undefined {
  const excel = excelFault(text, column.kind);
  if (excel !== undefined) return excel;
  if (value === undefined) return cellFault(text, column.kind, locale);
  const thousands = doubtful && column.kind === 'number' ? thousandsReading(text) : undefined;
  if (thousands === undefined || !(column.schema as z.ZodType).safeParse(thousands).success) return undefined;
  return doubtfulNumber(text, thousands);
}
