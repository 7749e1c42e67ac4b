import { describe, expect, test } from 'vitest';
import { powerOf } from '../../../../solver/strategies/kernel/power.ts';

describe('a power made of products and roots', () => {
  test.each([
    [0.01, 0],
    [0.01, 1 / 150],
    [0.03, 0.5],
    [0.02, 599 / 600],
    [0.9, 1],
    [0.99, 7],
    [0.99, 600.25],
    [2, 10],
    [1, 0.3],
  ])('%d to the power %d', (base, exponent) => {
    const usual = base ** exponent;
    expect(Math.abs(powerOf(base, exponent) - usual)).toBeLessThanOrEqual(1e-14 * usual);
  });

  test('falls with every step of an ascent', () => {
    const steps = Array.from({ length: 601 }, (_, k) => powerOf(0.03, k / 600));
    for (let k = 1; k < steps.length; k++) expect(steps[k]).toBeLessThan(steps[k - 1]!);
  });
});
