import type { StructuralConstraint } from './constraint.ts';

/**
 * A member is a supplier with at least one award:  a[s,w] ≤ m[s] for each pair,  m[s] ≤ Σ_w a[s,w].
 */
export const membership: StructuralConstraint = {
  name: 'membership',
  effect: 'restricts',
  relax: 'Not to be relaxed: it says what a member is.',
  formulate({ problem, variables, builder }) {
    problem.candidates.forEach(({ supplier, pairs }, candidate) => {
      const member = variables.member(candidate);
      for (const pair of pairs) {
        const terms = [
          { column: variables.awarded(pair), value: 1 },
          { column: member, value: -1 },
        ];
        builder.row(`membership|${supplier.supplier}|${problem.pairs[pair]!.item}`, terms, { upper: 0 });
      }
      const awards = pairs.map((pair) => ({ column: variables.awarded(pair), value: -1 }));
      builder.row(`membership|${supplier.supplier}`, [{ column: member, value: 1 }, ...awards], { upper: 0 });
    });
  },
};
