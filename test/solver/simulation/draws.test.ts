import { describe, expect, test } from 'vitest';
import { drawsOf, nameOf, PURPOSE } from '../../../solver/simulation/draws.ts';
import { inPeriod } from '../../../solver/simulation/future.ts';
import { normalQuantile, studentQuantile } from '../../../solver/simulation/normal.ts';
import { philox } from '../../../solver/simulation/philox.ts';
import { meanOf, probabilityOf, quantileOf, tailMeanOf } from '../../../solver/simulation/statistics.ts';

describe('the generator', () => {
  // The known answers of Random123 (kat_vectors, philox4x32 10).
  const ONES = 0xffffffff;
  test.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [[ONES, ONES, ONES, ONES], [ONES, ONES], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ] as const)('gives the published numbers of counter %j', (counter, key, expected) => {
    const out = new Uint32Array(4);
    philox(counter, key, out);
    expect([...out].map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(expected);
  });

  test('a draw depends on run, name, period and purpose, and on nothing else', () => {
    const { uniform } = drawsOf(7);
    const [one, two] = [nameOf('firm', 'S1'), nameOf('firm', 'S2')];
    const first = uniform(3, one, 4, PURPOSE.outage);
    uniform(3, two, 4, PURPOSE.outage);
    expect(uniform(3, one, 4, PURPOSE.outage)).toBe(first);
    const others = [
      uniform(4, one, 4, PURPOSE.outage),
      uniform(3, two, 4, PURPOSE.outage),
      uniform(3, one, 5, PURPOSE.outage),
      uniform(3, one, 4, PURPOSE.recovery),
      drawsOf(8).uniform(3, one, 4, PURPOSE.outage),
    ];
    expect(new Set([first, ...others]).size).toBe(6);
    expect(nameOf('pair', 'a', 'bc')).not.toEqual(nameOf('pair', 'ab', 'c'));
  });

  test('normal draws have mean 0 and variance 1, within four standard errors', () => {
    const { normal } = drawsOf(1);
    const name = nameOf('any');
    const values = Array.from({ length: 20_000 }, (_, run) => normal(run, name, 1, PURPOSE.yield));
    const mean = values.reduce((sum, z) => sum + z, 0) / values.length;
    const variance = values.reduce((sum, z) => sum + (z - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(values.length));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
  });
});

describe('what quantiles, means and tails are', () => {
  test('quantiles of the normal and of Student’s t are those of tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228139, 4);
    expect(studentQuantile(0.975, 99)).toBeCloseTo(1.984217, 5);
  });

  test('an outage probability of a year is divided over its periods so that they come to the year again', () => {
    expect(1 - (1 - inPeriod(0.19, 0.25)) ** 4).toBeCloseTo(0.19, 12);
    expect(inPeriod(0, 0.25)).toBe(0);
    expect(inPeriod(1, 0.25)).toBe(1);
  });

  test('Wilson’s interval of 8 in 10 is the published one, and none or all leave a width', () => {
    const { value, low, high } = probabilityOf(8, 10, 0.95);
    expect([value, low, high].map((x) => Number(x.toFixed(4)))).toEqual([0.8, 0.4902, 0.9433]);
    expect(probabilityOf(0, 10, 0.95)).toMatchObject({ low: 0 });
    expect(probabilityOf(0, 10, 0.95).high).toBeCloseTo(0.2775, 4);
    expect(probabilityOf(10, 10, 0.95)).toMatchObject({ high: 1 });
  });

  test('CVaR95 of 1 … 100 is the mean of 96 … 100, of 40 values the mean of the worst two', () => {
    expect(
      tailMeanOf(
        Float64Array.from({ length: 100 }, (_, at) => at + 1),
        0.95,
        0.95,
      ).value,
    ).toBeCloseTo(98, 9);
    expect(
      tailMeanOf(
        Float64Array.from({ length: 40 }, (_, at) => at + 1),
        0.95,
        0.95,
      ).value,
    ).toBeCloseTo(39.5, 9);
    // 30 values: the worst 1.5 of them, 30 and half of 29.
    const uneven = tailMeanOf(
      Float64Array.from({ length: 30 }, (_, at) => at + 1),
      0.95,
      0.95,
    ).value;
    expect(uneven).toBeCloseTo((30 + 29 / 2) / 1.5, 9);
  });

  test('quantiles interpolate between neighbours', () => {
    expect(quantileOf(Float64Array.of(1, 2, 3, 4), 0.5)).toBe(2.5);
    expect(quantileOf(Float64Array.of(5), 0.95)).toBe(5);
  });

  test('95 % intervals contain the true mean, probability and tail in about 95 % of samples', () => {
    const { uniform } = drawsOf(11);
    const samples = 600;
    const size = 400;
    const hits = { mean: 0, probability: 0, tail: 0 };
    for (let sample = 0; sample < samples; sample++) {
      const name = nameOf('sample', String(sample));
      const values = Float64Array.from({ length: size }, (_, at) => -Math.log(uniform(at, name, 0, PURPOSE.outage)));
      const within = ({ low, high }: { low: number; high: number }, truth: number) =>
        low <= truth && truth <= high ? 1 : 0;
      hits.mean += within(meanOf(values, 0.95), 1);
      hits.probability += within(probabilityOf(values.filter((x) => x > 2).length, size, 0.95), Math.exp(-2));
      // Of an exponential distribution with mean 1: the 95 % quantile and 1 more.
      hits.tail += within(tailMeanOf(values.toSorted(), 0.95, 0.95), Math.log(20) + 1);
    }
    expect(hits.mean / samples).toBeGreaterThan(0.92);
    expect(hits.mean / samples).toBeLessThan(0.98);
    expect(hits.probability / samples).toBeGreaterThan(0.92);
    // Asymptotic: 20 values beyond the quantile make it somewhat short.
    expect(hits.tail / samples).toBeGreaterThan(0.85);
  });
});
