/** A stream of numbers in [0, 1) that depends on its name alone. */
export type Stream = () => number;

/** The seed of everything that is drawn for this example. */
const SEED = 20260101;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5 ^ SEED;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/**
 * One independent stream per name, e.g. `stream('capacity', 'S017')`, so that drawing more for one table leaves the
 * others as they are. The generator is mulberry32 (Tommy Ettinger, public domain).
 */
export function stream(...name: readonly string[]): Stream {
  let state = hash(name.join('/'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

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

export const roundTo = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(6));
