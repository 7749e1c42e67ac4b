import type { StructuralConstraint } from './constraint.ts';

/**
 * With carried backlog, for each final demand d and period t:
 *
 *   b[d,t] = b[d,t−1] + D[d,t] − y[d,t],  b ≥ 0
 *
 * so that at most what is due plus what is late is delivered. With lost backlog 0 ≤ y ≤ D are bounds of the columns.
 */
export const deliveries: StructuralConstraint = {
  name: 'deliveries',
  effect: 'restricts',
  relax: 'Carry the backlog instead of losing it.',
  formulate({ problem, variables, builder }) {
    if (problem.scenario.policy.backlog !== 'carried') return;
    problem.demands.forEach(({ item, required }, demand) => {
      for (let t = 1; t < required.length; t++) {
        const terms = [
          { column: variables.backlog(demand, t), value: 1 },
          { column: variables.delivered(demand, t), value: 1 },
        ];
        if (t > 1) terms.push({ column: variables.backlog(demand, t - 1), value: -1 });
        builder.row(`deliveries|${item}|${t}`, terms, { lower: required[t]!, upper: required[t]! });
      }
    });
  },
};
