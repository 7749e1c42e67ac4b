import { type Cell, csvField } from '../../../scenarios/wire/csv/write-csv.ts';

/** A table in comma-separated values (RFC 4180, but lines end in a line feed), one header line; null is an empty field. */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
