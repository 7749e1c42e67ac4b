/** A stream of numbers in [0, 1) that depends on its seed and name alone. */
export type Stream = () => number;

/** The stream of a name, e.g. `streams('capacity', 'S017')`: drawing more from one leaves the others as they are. */
export type Streams = (...name: readonly string[]) => Stream;

/** FNV-1a, 32 bits, with the seed mixed into its offset. */
function hash(seed: number, text: string): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** One independent stream per name. The generator is mulberry32 (Tommy Ettinger, public domain); the seed counts in its lowest 32 bits. */
export const streamsOf =
  (seed: number): Streams =>
  (...name) => {
    let state = hash(seed, name.join('/'));
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  };

/** A number from low to high, each as likely. */
export const between = (draw: Stream, low: number, high: number): number => low + (high - low) * draw();

/** A whole number from low to high, both inclusive. */
export const whole = (draw: Stream, low: number, high: number): number => Math.floor(between(draw, low, high + 1));

/** Sum of twelve uniform numbers less six: near enough to a standard normal, and exact in every engine. */
export function normal(draw: Stream): number {
  let sum = -6;
  for (let count = 0; count < 12; count++) sum += draw();
  return sum;
}

/** The list in a drawn order (Fisher–Yates). */
export function shuffled<Entry>(draw: Stream, list: readonly Entry[]): Entry[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = whole(draw, 0, at);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** The nearest multiple of a step, free of the noise of binary fractions. */
export const roundTo = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(6));

/** One entry, drawn with the chance that its weight has in the sum of all; `cumulated` holds the running sums of the weights. */
export function drawWeighted<Entry>(draw: Stream, entries: readonly Entry[], cumulated: readonly number[]): Entry {
  const luck = draw() * cumulated.at(-1)!;
  let [low, high] = [0, cumulated.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle]! > luck) high = middle;
    else low = middle + 1;
  }
  return entries[low]!;
}

/** The running sums of weights. */
export function cumulate(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}
