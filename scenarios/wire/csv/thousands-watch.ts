import type { z } from 'zod';
import type { TableName } from '../../domain/scenario.ts';
import type { Report } from '../places.ts';
import { fileOf } from '../tables/index.ts';
import { cellText, thousandsReading } from './cells.ts';
import type { Column, Header } from './header.ts';

interface Suspect {
  readonly text: string;
  readonly line: number;
}

/** A number like `25.000` or `1.250`, of which the law of its column lets the thousandfold stand: nobody writes such a last zero by hand. */
function isSuspect(text: string, { schema }: Column): boolean {
  const thousands = text.endsWith('0') ? thousandsReading(text) : undefined;
  return thousands !== undefined && (schema as z.ZodType).safeParse(thousands).success;
}

/**
 * Watches the number columns of a table with decimal points for numbers that were most likely written with a point for thousands. One
 * number of a column with other decimals (`0.5`, `12.25`, `0.125`) clears the column; otherwise `tell` warns of its first.
 */
export function thousandsWatch(table: TableName, { columns }: Header) {
  const watched = columns.filter(({ kind }) => kind === 'number');
  const suspects = new Map<Column, Suspect>();
  const cleared = new Set<Column>();
  const see = (record: readonly string[], line: number): void => {
    for (const column of watched) {
      const raw = record[column.index];
      if (raw === undefined || !raw.includes('.') || cleared.has(column)) continue;
      const text = cellText(raw);
      if (thousandsReading(text) === undefined) cleared.add(column);
      else if (!suspects.has(column) && isSuspect(text, column)) suspects.set(column, { text, line });
    }
  };
  const tell = (warn: Report): void => {
    for (const [column, { text, line }] of suspects) {
      if (cleared.has(column)) continue;
      const message = `${text} is read as ${Number(text)}; write ${thousandsReading(text)} if that is meant`;
      warn({ code: 'doubtful-number', file: fileOf(table), line, column: column.header, message });
    }
  };
  return { see, tell };
}
