import type { StructuralConstraint } from './constraint.ts';

/**
 * A pair that needs certificate κ obtained is awarded only when its supplier obtains κ:  a[s,w] ≤ z[s,κ]
 */
export const certificates: StructuralConstraint = {
  name: 'certificates',
  effect: 'restricts',
  relax: 'Waive the certificate for the item.',
  formulate({ problem, variables, builder }) {
    problem.obtainable.forEach(({ supplier, certificate, pairs }, index) => {
      for (const pair of pairs) {
        const terms = [
          { column: variables.awarded(pair), value: 1 },
          { column: variables.obtained(index), value: -1 },
        ];
        builder.row(`certificates|${supplier}|${certificate}|${problem.pairs[pair]!.item}`, terms, { upper: 0 });
      }
    });
  },
};
