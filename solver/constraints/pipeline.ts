import type { Item } from '../../scenarios/domain/item.ts';
import type { Term } from '../model/model-builder.ts';
import { completedExpression, type Expression } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Formulation, StructuralConstraint } from './constraint.ts';

/**
 * With `pastDue: pipeline` the components that were due before the start are on order for full demand and no more. What is completed
 * of an item with components in its first lead time can therefore not exceed what full demand requires of it by then:
 *
 *   Σ_{τ ≤ t} P[v,τ] ≤ Σ_{τ ≤ t} Req[v,τ]   for t = 1..leadTime[v]
 *
 * where P is what suppliers make of a package, and need plus growth of stock of an item had without an award.
 */
export const pipeline: StructuralConstraint = {
  name: 'pipeline',
  effect: 'restricts',
  relax: 'State past-due needs as due in the first period.',
  formulate(formulation) {
    const { problem, builder } = formulation;
    const isBound = boundByPipeline(problem);
    for (const { item, required } of [...problem.packages, ...problem.unconstrained]) {
      if (!isBound(item)) continue;
      const terms: Term[] = [];
      let room = 0;
      for (let t = 1; t <= Math.min(item.leadTime, problem.horizon); t++) {
        const completed = completedOf(formulation, item.item, t);
        terms.push(...completed.terms);
        room += required[t]! - completed.constant;
        if (terms.length > 0) builder.row(`pipeline|${item.item}|${t}`, terms, { upper: room });
      }
    }
  },
};

/** Whether the pipeline bounds what is completed of an item in its first lead time: it has components, and those were ordered before. */
export function boundByPipeline({ scenario }: PlanningProblem): (item: Item) => boolean {
  if (scenario.policy.pastDue !== 'pipeline') return () => false;
  const parents = new Set(scenario.bom.map(({ parent }) => parent));
  return (item) => item.kind !== 'buy' && parents.has(item.item);
}

function completedOf({ problem, variables }: Formulation, item: string, t: number): Expression {
  if (problem.unconstrained.some((entry) => entry.item.item === item)) {
    return completedExpression(problem, variables, item, t);
  }
  const columns = (problem.pairsOf.get(item) ?? []).map((pair) => variables.produced(pair, t));
  return {
    terms: columns.filter((column) => column !== undefined).map((column) => ({ column, value: 1 })),
    constant: 0,
  };
}
