import type { Purpose } from './purpose.ts';

/**
 * Fewest members:  Σ_s m[s]
 *
 * Sites of one group count one by one, as in the rule `member-count`.
 */
export const fewestFirms: Purpose = {
  name: 'fewest-firms',
  aim: 'firms',
  unit: 'firms',
  pointless: () => undefined,
  parts: ({ candidates }, variables) => [
    { terms: candidates.map((_, candidate) => ({ column: variables.member(candidate), value: 1 })), constant: 0 },
  ],
  rows: () => [],
  measure: (plan) => plan.members.length,
};
