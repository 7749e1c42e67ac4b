import { expect, it } from 'vitest';
import { median } from './median.ts';

it('is the middle figure in order, or half-way between the two in the middle', () => {
  expect(median([7])).toBe(7);
  expect(median([10, 2, 9])).toBe(9);
  expect(median([1, 100, 3, 2])).toBe(2.5);
});
