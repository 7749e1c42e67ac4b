/** Binary digits of the fraction of an exponent that count. */
const DIGITS = 53;

/**
 * base^exponent for base > 0 and exponent ≥ 0, from products and square roots alone: IEEE 754 rounds these alike everywhere, while `**` may
 * differ in the last bit from one JavaScript engine to another. Prices and plans are to be the same on Node and in a Worker.
 */
export function powerOf(base: number, exponent: number): number {
  let power = 1;
  const whole = Math.floor(exponent);
  for (let square = base, left = whole; left > 0; square *= square, left = Math.floor(left / 2))
    if (left % 2 === 1) power *= square;
  let fraction = exponent - whole;
  let root = base;
  for (let digit = 0; digit < DIGITS && fraction > 0; digit++) {
    root = Math.sqrt(root);
    fraction *= 2;
    if (fraction < 1) continue;
    power *= root;
    fraction -= 1;
  }
  return power;
}
