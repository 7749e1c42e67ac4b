/** Rows of a table written as text: one row a line, cells between `|`, the first line names the columns. */
export function table(text: string): Record<string, string>[] {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((row) => Object.fromEntries(head!.map((column, at) => [column, row[at] ?? ''])));
}

export type Cell = string | number | boolean | undefined;

/** A CSV file: header names in order, then one line a row; undefined is an empty cell. */
export function csv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, Cell>>[],
): string {
  const quoted = (cell: Cell): string => {
    const text = cell === undefined ? '' : String(cell);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
