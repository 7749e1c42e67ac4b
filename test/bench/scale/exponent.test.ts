import { describe, expect, it } from 'vitest';
import { exponentOf } from './exponent.ts';

describe('the exponent of growth', () => {
  it('of three points on y = 5·x^1.5 is 1.5', () => {
    const points = [1, 4, 100].map((x) => [x, 5 * x ** 1.5] as const);
    expect(exponentOf(points)).toBeCloseTo(1.5, 12);
  });

  it('of points off the line is the slope of the logarithms by least squares', () => {
    // Logarithms to base 10: (0, 0), (1, 2), (2, 1); the slope is ½.
    const points = [[1, 1] as const, [10, 100] as const, [100, 10] as const];
    expect(exponentOf(points)).toBeCloseTo(0.5, 12);
  });

  it('cannot be fitted to one size', () => {
    expect(exponentOf([])).toBeUndefined();
    expect(exponentOf([[10, 3]])).toBeUndefined();
    expect(
      exponentOf([
        [10, 3],
        [10, 4],
      ]),
    ).toBeUndefined();
  });
});
