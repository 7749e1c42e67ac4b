/** Periods 1..T, the last and the first before those halfway between what came before: what is known of two bounds those between. */
export function periodOrder(last: number): readonly number[] {
  const order = [...new Set([last, 1])];
  let gaps: (readonly [number, number])[] = [[1, last]];
  while (gaps.length > 0) {
    gaps = gaps.flatMap(([left, right]) => {
      const middle = Math.floor((left + right) / 2);
      if (right - left < 2) return [];
      order.push(middle);
      return [
        [left, middle],
        [middle, right],
      ] as const;
    });
  }
  return order;
}
