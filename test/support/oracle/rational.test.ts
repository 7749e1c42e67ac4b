import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, divide, exactRational, fraction, multiply, rational, subtract, toNumber } from './rational.ts';

test('a decimal is read as the fraction that a planner means by it', () => {
  expect(rational(0.2)).toEqual(fraction(1n, 5n));
  expect(rational(-2.75)).toEqual(fraction(-11n, 4n));
  expect(rational(1 + 2.5 * (20 / 27))).toEqual(fraction(77n, 27n));
  expect(rational(0)).toEqual(fraction(0n, 7n));
});

test('a double that is no simple fraction is read bit for bit', () => {
  expect(rational(Math.PI)).toEqual(exactRational(Math.PI));
  expect(exactRational(0.1)).toEqual(fraction(3602879701896397n, 36028797018963968n));
});

test('reading a fraction back gives the double', () => {
  const part = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(part, fc.integer({ min: 1, max: 1000 }), (n, d) => {
      expect(rational(n / d)).toEqual(fraction(BigInt(n), BigInt(d)));
      expect(toNumber(fraction(BigInt(n), BigInt(d)))).toBeCloseTo(n / d, 12);
    }),
  );
});

test('fractions obey the laws of a field', () => {
  const number = fc.tuple(fc.bigInt({ min: -99n, max: 99n }), fc.bigInt({ min: 1n, max: 99n }));
  fc.assert(
    fc.property(number, number, number, ([a, b], [c, d], [e, f]) => {
      const [x, y, z] = [fraction(a, b), fraction(c, d), fraction(e, f)];
      expect(multiply(x, add(y, z))).toEqual(add(multiply(x, y), multiply(x, z)));
      expect(add(subtract(x, y), y)).toEqual(x);
      if (y.n !== 0n) expect(multiply(divide(x, y), y)).toEqual(x);
      expect(compare(x, y) < 0n).toBe(toNumber(x) < toNumber(y));
    }),
  );
});
