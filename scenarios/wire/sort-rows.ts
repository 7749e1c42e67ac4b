import type { Placed } from './places.ts';

type Key = string | number | undefined;

/** Plain code-unit order, the same on every machine; what is absent comes first. */
export function compareKeys(left: Key, right: Key): number {
  if (left === right) return 0;
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  return left < right ? -1 : 1;
}

/** Compares rows by the given columns in turn. */
export function byColumns<Row>(columns: readonly (keyof Row & string)[]): (left: Row, right: Row) => number {
  return (left, right) => {
    for (const column of columns) {
      const order = compareKeys(left[column] as Key, right[column] as Key);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** The same values in order of the given columns; equal keys keep their order. Sorted input costs one pass. */
export function sortPlaced<Row>(placed: Placed<Row>, columns: readonly (keyof Row & string)[]): Placed<Row> {
  const { values, at } = placed;
  const compare = byColumns(columns);
  if (values.every((row, index) => index === 0 || compare(values[index - 1]!, row) <= 0)) return placed;
  const order = values.map((_, index) => index).sort((left, right) => compare(values[left]!, values[right]!));
  return { values: order.map((index) => values[index]!), at: order.map((index) => at[index]!) };
}
