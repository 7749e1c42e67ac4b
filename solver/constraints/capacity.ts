import type { Term } from '../model/model-builder.ts';
import type { StructuralConstraint } from './constraint.ts';

/**
 * For each supplier s, process p and period t:  Σ_w h[s,w,p]·x[s,w,t] ≤ cap[s,p,t]·m[s]
 */
export const capacity: StructuralConstraint = {
  name: 'capacity',
  effect: 'restricts',
  relax: 'Offer more hours of the process in the period.',
  formulate({ problem, variables, builder }) {
    problem.candidates.forEach(({ supplier, pairs, processes }, candidate) => {
      for (const process of processes) {
        for (let t = 1; t <= problem.horizon; t++) {
          const terms: Term[] = [];
          for (const pair of pairs) {
            const column = variables.produced(pair, t);
            const hours = problem.pairs[pair]!.hours.find((entry) => entry.process === process)?.hours ?? 0;
            if (column !== undefined) terms.push({ column, value: hours });
          }
          if (terms.every(({ value }) => value === 0)) continue;
          const available = problem.capacity(supplier.supplier, process, t);
          terms.push({ column: variables.member(candidate), value: -available });
          builder.row(`capacity|${supplier.supplier}|${process}|${t}`, terms, { upper: 0 });
        }
      }
    });
  },
};
