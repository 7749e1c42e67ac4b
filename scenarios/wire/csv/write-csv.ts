/** A cell as it is written; null or undefined is an empty one. */
export type Cell = string | number | boolean | null | undefined;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** The text of a cell, quoted where it has to be. */
export function csvField(cell: Cell): string {
  const text = String(cell ?? '');
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table in comma-separated values (RFC 4180, but lines end in a line feed): header names in order, then one line a row. */
export const csv = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, Cell>>[],
): string =>
  csvOf(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );

/** The same of rows whose cells stand in the order of the columns. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${[columns.join(','), ...rows.map((row) => row.map(csvField).join(','))].join('\n')}\n`;

/** What a spreadsheet reads as the start of a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Text that a spreadsheet shows and does not run: an apostrophe before what it would take for a formula. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
