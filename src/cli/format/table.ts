import { displayWidth, pad, shorten, wrap } from './text.ts';

/** A column of a table of text. */
export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Width to which the column may shrink where the table is too wide; absent: it keeps its width. */
  readonly least?: number;
  /** True: what does not fit goes on in the next line instead of being cut. */
  readonly wraps?: boolean;
}

const GAP = 2;

/** Widths of the columns, the widest of those that may shrink giving way first until the table fits into `width`. */
function widths(natural: readonly number[], least: readonly (number | undefined)[], width: number): number[] {
  const fitted = [...natural];
  let excess = fitted.reduce((sum, one) => sum + one, GAP * (fitted.length - 1)) - width;
  for (; excess > 0; excess -= 1) {
    let widest = -1;
    for (const [at, size] of fitted.entries()) {
      if (size > (least[at] ?? size) && size > (fitted[widest] ?? 0)) widest = at;
    }
    if (widest < 0) break;
    fitted[widest] = fitted[widest]! - 1;
  }
  return fitted;
}

/** Lines of a table: a header, then the rows; columns are two spaces apart and nothing trails. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string[] {
  const text = [
    columns.map((column) => column.header),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  const natural = columns.map((_, at) => Math.max(...text.map((line) => displayWidth(line[at] ?? ''))));
  const least = columns.map((column) => column.least);
  const fitted = widths(natural, least, width);
  return text.flatMap((cells) => {
    const lines = cells.map((cell, at) => (columns[at]?.wraps ? wrap(cell, fitted[at]!) : [cell]));
    return Array.from({ length: Math.max(...lines.map((cell) => cell.length)) }, (_, line) =>
      lines
        .map((cell, at) => pad(shorten(cell[line] ?? '', fitted[at]!), fitted[at]!, columns[at]?.align ?? 'left'))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}
