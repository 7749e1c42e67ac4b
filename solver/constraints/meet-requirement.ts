import type { Term } from '../model/model-builder.ts';
import { completedExpression, growthExpression, needExpression } from '../model/variables.ts';
import type { Formulation, StructuralConstraint } from './constraint.ts';

/**
 * For each package w and period t:
 *
 *   Σ_s x[s,w,t] = need[w,t] + I[w,t] − I[w,t−1]
 *
 * where need[w,t] couples all packages through the products delivered (one missing boom is one missing crane) and through the
 * stock of the sub-assemblies above w. Items without an award are had as needed: need + growth of stock ≥ 0. With
 * `stock: none` the stock of a package may only fall.
 */
export const meetRequirement: StructuralConstraint = {
  name: 'meet-requirement',
  effect: 'restricts',
  relax: 'Ask for less, later, or hold more on stock.',
  formulate(formulation) {
    const { problem } = formulation;
    for (const { item } of problem.packages) {
      for (let t = 1; t <= problem.horizon; t++) balancePackage(formulation, item.item, t);
    }
    for (const { item } of problem.unconstrained) {
      for (let t = 1; t <= problem.horizon; t++) neverUndo(formulation, item.item, t);
    }
    problem.stocked.forEach(({ item, mayGrow }) => {
      for (let t = 1; t <= problem.horizon && !mayGrow; t++) useUpStock(formulation, item, t);
    });
  },
};

function balancePackage({ problem, variables, builder }: Formulation, item: string, t: number): void {
  const produced: Term[] = [];
  for (const pair of problem.pairsOf.get(item) ?? []) {
    const column = variables.produced(pair, t);
    if (column !== undefined) produced.push({ column, value: 1 });
  }
  const need = needExpression(problem, variables, item, t);
  const growth = growthExpression(problem, variables, item, t);
  const constant = need.constant + growth.constant;
  const balance = [...produced, ...negated(need.terms), ...negated(growth.terms)];
  builder.row(`meet-requirement|${item}|${t}`, balance, { lower: constant, upper: constant });
}

/** What is completed of an item without awards follows from its need; using up its stock cannot make that negative. */
function neverUndo({ problem, variables, builder }: Formulation, item: string, t: number): void {
  if (growthExpression(problem, variables, item, t).terms.length === 0) return;
  const { terms, constant } = completedExpression(problem, variables, item, t);
  builder.row(`completed|${item}|${t}`, terms, { lower: -constant });
}

/** Stock that may not be built can only fall. */
function useUpStock({ problem, variables, builder }: Formulation, item: string, t: number): void {
  const { terms, constant } = growthExpression(problem, variables, item, t);
  builder.row(`use-up-stock|${item}|${t}`, terms, { upper: -constant });
}

const negated = (terms: readonly Term[]): readonly Term[] =>
  terms.map(({ column, value }) => ({ column, value: -value }));
