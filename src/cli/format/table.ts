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
  /** True: left out where the table is too wide even with every column at its least. */
  readonly optional?: boolean;
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

/** The columns that fit: without the optional ones, the last of them first, where all together are too wide. */
function fitting<Row>(columns: readonly Column<Row>[], natural: readonly number[], width: number): number[] {
  const kept = [...columns.keys()];
  const needed = (at: number): number => Math.min(natural[at]!, columns[at]?.least ?? natural[at]!);
  const tooWide = (): boolean => kept.reduce((sum, at) => sum + needed(at), GAP * (kept.length - 1)) > width;
  for (const at of [...columns.keys()].reverse()) {
    if (!tooWide()) break;
    if (columns[at]!.optional) kept.splice(kept.indexOf(at), 1);
  }
  return kept;
}

/** Lines of a table: a header, then the rows; columns are two spaces apart and nothing trails. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string[] {
  const text = [
    columns.map((column) => column.header),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  const natural = columns.map((_, at) => Math.max(...text.map((line) => displayWidth(line[at] ?? ''))));
  const kept = fitting(columns, natural, width);
  const fitted = widths(
    kept.map((at) => natural[at]!),
    kept.map((at) => columns[at]!.least),
    width,
  );
  return text.flatMap((row) => {
    const cells = kept.map((at, place) => ({ ...columns[at]!, text: row[at] ?? '', size: fitted[place]! }));
    const lines = cells.map((cell) => (cell.wraps ? wrap(cell.text, cell.size) : [cell.text]));
    return Array.from({ length: Math.max(...lines.map((cell) => cell.length)) }, (_, line) =>
      cells
        .map(({ size, align = 'left' }, at) => pad(shorten(lines[at]![line] ?? '', size), size, align))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}
