import type { Column, ModelBuilder, Term } from './model-builder.ts';

/** Columns that stand for known values: they are no columns of the model, and rows count them as constants. */
export interface KnownColumns {
  /** A column that stands for a value. */
  readonly known: (value: number) => Column;
  /** The builder in which rows may name them. A row of known columns alone is not written. */
  readonly builder: ModelBuilder;
}

/** A view of a builder for rows over some values that are decided. */
export function foldingBuilder(builder: ModelBuilder): KnownColumns {
  const values: number[] = [];
  const isKnown = (column: Column) => column < 0;
  return {
    known: (value) => -values.push(value),
    builder: {
      ...builder,
      row(name, terms, { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY }) {
        let constant = 0;
        const open: Term[] = [];
        for (const term of terms) {
          if (isKnown(term.column)) constant += term.value * values[-term.column - 1]!;
          else open.push(term);
        }
        if (open.length > 0) builder.row(name, open, { lower: lower - constant, upper: upper - constant });
      },
    },
  };
}
