import { expect, test } from 'vitest';
import { type CaseProof, expectedCost, expectedShortfall } from '../../../../solver/strategies/kernel/wait-and-see.ts';

/** A quarter of all futures misses at least 4 and costs at least 1000 at 4, less 10 for each more; the others miss nothing and cost 600, less 50. */
const HIGH: CaseProof = { weight: 0.25, shortfall: 4, cost: 1000, most: 4, theta: 10 };
const USUAL: CaseProof = { weight: 0.75, shortfall: 0, cost: 600, most: 0, theta: 50 };

test('the expected shortfall is at least that of each case by itself', () => {
  expect(expectedShortfall([HIGH, USUAL])).toBe(1);
});

test('at the least shortfall the expected cost is at least that of each case by itself', () => {
  expect(expectedCost([HIGH, USUAL], 1)).toBe(0.25 * 1000 + 0.75 * 600);
});

test('what may be missed beyond that is missed where it saves most', () => {
  // 0.5 more on average: 2 more in the high case would save 0.25·20, two thirds more in the usual one 0.75·33.3.
  expect(expectedCost([HIGH, USUAL], 1.5)).toBeCloseTo(700 - 25, 9);
});

test('prices for another shortfall than the least are moved to it', () => {
  expect(expectedCost([{ ...HIGH, most: 6, cost: 980 }, USUAL], 1)).toBeCloseTo(700, 9);
});

test('a bound without a price for what is missed counts as far as it reaches', () => {
  const claimed = { ...USUAL, theta: Number.POSITIVE_INFINITY };
  expect(expectedCost([HIGH, claimed], 1)).toBe(700);
  expect(expectedCost([HIGH, { ...claimed, most: 2 / 3 }], 1.5)).toBeCloseTo(700 - 5, 9);
  expect(expectedCost([HIGH, { ...claimed, most: 0.6 }], 1.5)).toBeCloseTo(250 - 5, 9);
});

test('no cost is below 0', () => {
  expect(expectedCost([HIGH, USUAL], 100)).toBe(0);
});
