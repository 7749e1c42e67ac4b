import type { Column, ColumnBounds, ModelBuilder, RowBounds, Term } from './model-builder.ts';

/** What the blocks of all cases have in common. */
interface Common {
  readonly columns: Map<string, Column>;
  readonly isCommon: Set<Column>;
  /** Rows over common columns alone, by name. */
  readonly rows: Map<string, readonly WrittenRow[]>;
}

interface WrittenRow {
  readonly terms: readonly Term[];
  readonly bounds: RowBounds;
}

/**
 * Views of one builder, one for each case: columns that are decided before the case is known (`shared`) are made once, all others for
 * each case under its name. A row over shared columns alone is written once where all cases say the same.
 */
export function caseBuilders(builder: ModelBuilder, cases: readonly string[]): readonly ModelBuilder[] {
  const common: Common = { columns: new Map(), isCommon: new Set(), rows: new Map() };
  return cases.map((name) => caseBuilder(builder, name, common));
}

function caseBuilder(builder: ModelBuilder, own: string, { columns, isCommon, rows }: Common): ModelBuilder {
  return {
    column(name, bounds: ColumnBounds = {}) {
      if (!bounds.shared) return builder.column(`${name}|${own}`, bounds);
      const column = columns.get(name) ?? builder.column(name, bounds);
      columns.set(name, column);
      isCommon.add(column);
      return column;
    },
    row(name, terms, bounds) {
      if (!terms.every(({ column }) => isCommon.has(column))) {
        builder.row(`${name}|${own}`, terms, bounds);
        return;
      }
      const written = rows.get(name) ?? [];
      if (written.some((row) => isSame(row, { terms, bounds }))) return;
      rows.set(name, [...written, { terms, bounds }]);
      builder.row(written.length === 0 ? name : `${name}|${own}`, terms, bounds);
    },
    build: builder.build,
  };
}

const isSame = (left: WrittenRow, right: WrittenRow): boolean =>
  left.bounds.lower === right.bounds.lower &&
  left.bounds.upper === right.bounds.upper &&
  left.terms.length === right.terms.length &&
  left.terms.every(({ column, value }, at) => column === right.terms[at]!.column && value === right.terms[at]!.value);
