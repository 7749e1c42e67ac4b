import type { Term } from '../model/model-builder.ts';
import { spendWithin } from '../model/price-tiers.ts';
import { needExpression, stockGrowth, type Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Objective } from './objective.ts';

/**
 * Cost over the horizon in euro:
 *
 *   Σ c[s,w]·x[s,w,t] + Σ unitCost[i]·(need[i,t] + growth of stock) of what is had without an award
 *   + Σ F[s]·m[s] + Σ g[s,w]·a[s,w] + Σ G[s,κ]·z[s,κ] + Σ capex[s,p,k]·e[s,p,k,t] + Σ v + Σ holding[i]·I[i,t] + Σ rate[w]·km[s,s′]·f[s,s′,w]
 *
 * with f(Σ x) instead of c·Σ x where a quote has price breaks.
 */
export const cost: Objective = {
  name: 'cost',
  formulate(problem, variables) {
    const bought = boughtItems(problem, variables);
    const terms = [
      ...bought.terms,
      ...production(problem, variables),
      ...oneOffs(problem, variables),
      ...transport(problem, variables),
    ];
    problem.stocked.forEach(({ holdingCost }, stocked) => {
      for (let t = 1; t <= problem.horizon; t++)
        terms.push({ column: variables.stock(stocked, t), value: holdingCost });
    });
    return { terms, constant: bought.constant };
  },
  tolerance: () => 0,
};

function production(problem: PlanningProblem, variables: Variables): readonly Term[] {
  const all = { from: 1, to: problem.horizon };
  return problem.pairs.flatMap((_, pair) => spendWithin(problem, variables, pair, all));
}

const transport = ({ lanes }: PlanningProblem, variables: Variables): readonly Term[] =>
  lanes.flatMap(({ ends }, lane) =>
    ends.flatMap((end, to) =>
      end.cost.map((value, source) => ({ column: variables.shipped(lane, source, to), value })),
    ),
  );

function oneOffs(problem: PlanningProblem, variables: Variables): readonly Term[] {
  return [
    ...problem.pairs.map(({ qualificationCost }, pair) => ({
      column: variables.awarded(pair),
      value: qualificationCost,
    })),
    ...problem.candidates.map(({ onboardingCost }, candidate) => ({
      column: variables.member(candidate),
      value: onboardingCost,
    })),
    ...problem.obtainable.map(({ cost: price }, index) => ({ column: variables.obtained(index), value: price })),
    ...problem.promises.map((_, promise) => ({ column: variables.paid(promise), value: 1 })),
    ...problem.expansions.flatMap(({ capex, periods }, index) =>
      periods.map((t) => ({ column: variables.expanded(index, t)!, value: capex })),
    ),
  ];
}

function boughtItems(problem: PlanningProblem, variables: Variables): { terms: Term[]; constant: number } {
  const terms: Term[] = [];
  let constant = 0;
  const charge = (unitCost: number, expression: { terms: readonly Term[]; constant: number }) => {
    for (const { column, value } of expression.terms) terms.push({ column, value: unitCost * value });
    constant += unitCost * expression.constant;
  };
  for (const { item, unitCost } of problem.unconstrained) {
    const stocked = problem.stocked.findIndex((entry) => entry.item === item.item);
    for (let t = 1; t <= problem.horizon; t++) {
      charge(unitCost, needExpression(problem, variables, item.item, t));
      if (stocked >= 0) charge(unitCost, stockGrowth(problem, variables, stocked, t));
    }
  }
  return { terms, constant };
}
