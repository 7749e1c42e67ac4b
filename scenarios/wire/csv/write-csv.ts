/** A cell as it is written; undefined is an empty one. */
export type Cell = string | number | boolean | undefined;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

function field(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table in comma-separated values (RFC 4180, but lines end in a line feed): header names in order, then one line a row. */
export function csv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => field(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
