import { expect, test } from 'vitest';
import {
  differs,
  exceeds,
  fallsShort,
  forgiven,
  moneyDiffers,
  nullableDiffers,
} from '../../../solver/checks/tolerance.ts';

test('a limit may be passed by a millionth of its size, at least of 1', () => {
  expect([exceeds(400.00039, 400), exceeds(400.00041, 400)]).toEqual([false, true]);
  expect([exceeds(0.0000009, 0), exceeds(0.0000011, 0)]).toEqual([false, true]);
  expect([fallsShort(9.99, 10), fallsShort(9.9999999, 10)]).toEqual([true, false]);
  expect(fallsShort(9.9999, 10, 1000)).toBe(false);
});

test('figures are equal within a millionth', () => {
  expect([differs(1000.0009, 1000), differs(1000.0011, 1000)]).toEqual([false, true]);
  expect([nullableDiffers(null, null), nullableDiffers(null, 0), nullableDiffers(0, null)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('money is equal within a millionth and a hundredth of a cent', () => {
  expect([moneyDiffers(0.00009, 0), moneyDiffers(0.00011, 0)]).toEqual([false, true]);
  expect([moneyDiffers(1000.001, 1000), moneyDiffers(1000.0012, 1000)]).toEqual([false, true]);
});

test('what is not a number is never within a tolerance', () => {
  const not = Number.NaN;
  expect([exceeds(not, 1), fallsShort(not, 1), differs(not, 1), moneyDiffers(1, not)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('exactly what is forgiven is forgiven, and sizes below zero count as they are', () => {
  expect([forgiven(0), forgiven(1), forgiven(-1), forgiven(2_000_000), forgiven(-2_000_000)]).toEqual([
    1e-6, 1e-6, 1e-6, 2, 2,
  ]);
  expect([exceeds(2_000_002, 2_000_000), exceeds(2_000_002.1, 2_000_000)]).toEqual([false, true]);
  expect([fallsShort(1_999_998, 2_000_000), fallsShort(1_999_997.9, 2_000_000)]).toEqual([false, true]);
  expect([differs(1_999_998, 2_000_000), differs(1_999_997.9, 2_000_000)]).toEqual([false, true]);
  expect([differs(-2_000_001.9, -2_000_000), moneyDiffers(-2_000_001.9, -2_000_000)]).toEqual([false, false]);
  expect([nullableDiffers(1, 1), nullableDiffers(1, 2)]).toEqual([false, true]);
});
