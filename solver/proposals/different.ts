import { totalCost } from '../../scenarios/domain/plan.ts';
import { cost } from '../objectives/cost.ts';
import type { Purpose } from './purpose.ts';

/** The least part of an earlier proposal's members that a different one leaves out. */
const LEAST_PART = 0.1;

/** How many of an earlier proposal's members a different one leaves out at least: a tenth, rounded up, and never none. */
export const leastDifference = (members: number): number => Math.max(1, Math.ceil(LEAST_PART * members - 1e-9));

/**
 * Least cost among the plans that leave out at least k_j members of each earlier proposal j:
 *
 *   Σ_{s ∈ members of j} (1 − m[s]) ≥ k_j,  k_j = max(1, ⌈a tenth of the members of j⌉)
 */
export const different: Purpose = {
  name: 'different',
  aim: 'cost',
  unit: 'euro',
  pointless: () => undefined,
  parts: (problem, variables) => [cost.formulate(problem, variables)],
  rows: ({ candidates }, variables, earlier) =>
    earlier.map((members, proposal) => ({
      name: `differs|${proposal + 1}`,
      expression: {
        terms: candidates.flatMap(({ supplier }, candidate) =>
          members.has(supplier.supplier) ? [{ column: variables.member(candidate), value: -1 }] : [],
        ),
        constant: members.size,
      },
      lower: leastDifference(members.size),
    })),
  measure: (plan) => totalCost(plan),
};
