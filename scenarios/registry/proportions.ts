import type { Category } from '../domain/supplier.ts';

/**
 * Firms of each category among the almost 16,000 Dutch metal SMEs, from the study for Metaalunie and MKB-Nederland: A delivers to
 * Defence, B to those, C resembles A, D resembles B. Firms of no category are not drawn.
 */
export const STUDIED: Readonly<Record<Category, number>> = { A: 307, B: 490, C: 3215, D: 3262 };

/** All firms of the study that have a category. */
export const STUDIED_FIRMS = 7274;

const CATEGORIES = ['A', 'B', 'C', 'D'] as const;

/** How many of `size` firms are of each category: in proportion to the study, rounded by largest remainder. */
export function categoryCounts(size: number): Record<Category, number> {
  const exact = CATEGORIES.map((category) => ({ category, share: (STUDIED[category] * size) / STUDIED_FIRMS }));
  const counts = Object.fromEntries(exact.map(({ category, share }) => [category, Math.floor(share)]));
  const left = size - exact.reduce((sum, { share }) => sum + Math.floor(share), 0);
  const byRemainder = exact.toSorted((one, other) => (other.share % 1) - (one.share % 1));
  for (const { category } of byRemainder.slice(0, left)) counts[category]! += 1;
  return counts as Record<Category, number>;
}
