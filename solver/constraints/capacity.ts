import { inPlaceFrom } from '../../scenarios/capacity.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { Term } from '../model/model-builder.ts';
import { hoursIn } from '../planning-pair.ts';
import type { StructuralConstraint } from './constraint.ts';

/**
 * For each supplier s, process p and period t, with the expansions k that are in place by then:
 *
 *   Σ_w h[s,w,p]·x[s,w,t] ≤ cap[s,p,t]·m[s] + Σ_k hours[k]·Σ_{τ ≤ t − leadTime[k]} e[s,p,k,τ]
 */
export const capacity: StructuralConstraint = {
  name: 'capacity',
  effect: 'restricts',
  relax: 'Offer more hours of the process in the period.',
  formulate({ problem, variables, builder }) {
    const { expansions } = problem;
    const expansionsOf = grouped(expansions.keys(), (index) => expansions[index]!.candidate);
    problem.candidates.forEach(({ supplier, pairs, processes }, candidate) => {
      for (const process of processes) {
        const own = (expansionsOf.get(candidate) ?? []).filter((index) => expansions[index]!.process === process);
        for (let t = 1; t <= problem.horizon; t++) {
          const terms: Term[] = [];
          for (const pair of pairs) {
            const column = variables.produced(pair, t);
            const hours = hoursIn(problem.pairs[pair]!, process, t);
            if (column !== undefined) terms.push({ column, value: hours });
          }
          if (terms.every(({ value }) => value === 0)) continue;
          const available = problem.capacity(supplier.supplier, process, t);
          terms.push({ column: variables.member(candidate), value: -available });
          for (const index of own) {
            const expansion = expansions[index]!;
            for (const bought of expansion.periods) {
              if (inPlaceFrom(expansion, bought) > t) continue;
              terms.push({ column: variables.expanded(index, bought)!, value: -expansion.hoursPerPeriod });
            }
          }
          builder.row(`capacity|${supplier.supplier}|${process}|${t}`, terms, { upper: 0 });
        }
      }
    });
  },
};
