/** Rows of a table written as text: one row a line, cells between `|`, the first line names the columns. */
export function table(text: string): Record<string, string>[] {
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((row) => Object.fromEntries(head!.map((column, at) => [column, row[at] ?? ''])));
}
