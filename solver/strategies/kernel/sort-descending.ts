/** Sorts the first `count` of the order by falling ratio, in place; equal ones keep their order. */
export function sortDescending(order: Int32Array, ratio: Float64Array, count: number): void {
  if (count > 32) {
    order.subarray(0, count).sort((left, right) => ratio[right]! - ratio[left]! || left - right);
    return;
  }
  for (let at = 1; at < count; at++) {
    const moved = order[at]!;
    let place = at;
    while (place > 0 && ratio[order[place - 1]!]! < ratio[moved]!) {
      order[place] = order[place - 1]!;
      place -= 1;
    }
    order[place] = moved;
  }
}
