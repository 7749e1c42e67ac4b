import { completedExpression } from '../model/variables.ts';
import type { StructuralConstraint } from './constraint.ts';

/**
 * An item that the programmes never require, e.g. a component whose BOM line is never effective when it is due, has no source and
 * no price; what is made ahead or late can use it from stock on hand alone:  need[i,t] + I[i,t] − I[i,t−1] = 0
 */
export const notRequired: StructuralConstraint = {
  name: 'not-required',
  effect: 'restricts',
  relax: 'Require the item, so that sources for it are sought.',
  formulate({ problem, variables, builder }) {
    const had = new Set([...problem.packages, ...problem.unconstrained].map(({ item }) => item.item));
    for (const { item, kind } of problem.scenario.items) {
      if (had.has(item) || kind === 'phantom') continue;
      for (let t = 1; t <= problem.horizon; t++) {
        const { terms, constant } = completedExpression(problem, variables, item, t);
        if (terms.length === 0) continue;
        builder.row(`not-required|${item}|${t}`, terms, { lower: -constant, upper: -constant });
      }
    }
  },
};
