/** Figures by period for those pairs that have any: those of row k stand at k · periods; pairs may share a row. */
export interface PeriodRows {
  /** By pair; −1 where it has none. */
  readonly rowOf: Int32Array;
  readonly values: Float64Array;
}

/** Rows for the pairs in this order; the same array twice makes one row. */
export function periodRows(
  pairs: readonly number[],
  periods: number,
  rowOf: (pair: number) => Float64Array | undefined,
): PeriodRows {
  const numbers = new Map<Float64Array, number>();
  const rows = Int32Array.from(pairs, (pair) => {
    const row = rowOf(pair);
    if (!row) return -1;
    const number = numbers.get(row) ?? numbers.size;
    numbers.set(row, number);
    return number;
  });
  const values = new Float64Array(numbers.size * periods);
  for (const [row, number] of numbers) values.set(row, number * periods);
  return { rowOf: rows, values };
}
