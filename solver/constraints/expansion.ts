import { costOfUnits } from '../../scenarios/eligibility/price-breaks.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { Term } from '../model/model-builder.ts';
import type { PlanningProblem } from '../problem.ts';
import type { StructuralConstraint } from './constraint.ts';

/**
 * Only members expand, each option as often as it may be over the horizon; and whoever has no hours of a process but by expanding is a
 * source only once it has expanded, as a standby too:
 *
 *   Σ_t e[s,p,k,t] ≤ maximum[s,p,k]·m[s];   a[s,w] ≤ Σ_{k,t} e[s,p,k,t] where w takes hours of p and cap[s,p,t] = 0 for all t
 *
 * With `policy.expandOnlyIfCovered` a supplier expands only as far as what rules promise it over the horizon, at its prices, pays for:
 *
 *   Σ_{p,k,t} capex[s,p,k]·e[s,p,k,t] ≤ Σ_w f[s,w](promised[s,w]),  f = c·promised but where the quote has price breaks
 */
export const expansion: StructuralConstraint = {
  name: 'expansion',
  effect: 'restricts',
  relax: 'Let the option be taken more often.',
  formulate({ problem, variables, builder }) {
    const bought = (index: number, value: number): readonly Term[] =>
      problem.expansions[index]!.periods.map((t) => ({ column: variables.expanded(index, t)!, value }));
    problem.expansions.forEach(({ supplier, process, option, maximum, candidate }, index) => {
      const member = { column: variables.member(candidate), value: -maximum };
      builder.row(`expansion|${supplier}|${process}|${option}`, [...bought(index, 1), member], { upper: 0 });
    });
    if (problem.scenario.policy.expandOnlyIfCovered) {
      for (const [supplier, own] of grouped(
        problem.expansions.keys(),
        (index) => problem.expansions[index]!.supplier,
      )) {
        const revenue = promisedRevenue(problem, supplier);
        const capex = own.flatMap((index) => bought(index, problem.expansions[index]!.capex));
        builder.row(`expansion-cover|${supplier}`, capex, { upper: revenue });
      }
    }
    for (const { pair, process, expansions } of awardsByExpansion(problem)) {
      const { supplier, item } = problem.pairs[pair]!;
      const terms = [
        { column: variables.awarded(pair), value: 1 },
        ...expansions.flatMap((index) => bought(index, -1)),
      ];
      builder.row(`expanded|${supplier}|${item}|${process}`, terms, { upper: 0 });
    }
  },
};

/** f(promised): what a supplier earns when all that rules promise it is bought. */
function promisedRevenue({ promises, pairs: own, whole }: PlanningProblem, supplier: string): number {
  const pairs = whole?.pairs ?? own;
  const byItem = grouped(
    promises.filter((promise) => promise.supplier === supplier),
    ({ item }) => item,
  );
  return [...byItem].reduce((sum, [item, rows]) => {
    const units = rows.reduce((total, row) => total + row.units, 0);
    const pair = pairs.find((one) => one.supplier === supplier && one.item === item);
    return sum + (pair ? costOfUnits(pair, units) : units * rows[0]!.price);
  }, 0);
}

/** Pairs (positions) whose supplier has no hours of a process they take in any period, and the expansions that would give it some. */
export function awardsByExpansion({ candidates, expansions, pairs, horizon, capacity }: PlanningProblem) {
  const rows: { readonly pair: number; readonly process: string; readonly expansions: readonly number[] }[] = [];
  const expanding = new Set(expansions.map(({ candidate }) => candidate));
  for (const candidate of expanding) {
    const { supplier, processes, pairs: own } = candidates[candidate]!;
    for (const process of processes) {
      const hasHours = Array.from({ length: horizon }, (_, at) => capacity(supplier.supplier, process, at + 1) > 0);
      if (hasHours.includes(true)) continue;
      const options = [...expansions.keys()].filter(
        (index) => expansions[index]!.candidate === candidate && expansions[index]!.process === process,
      );
      for (const pair of own) {
        if (pairs[pair]!.hours.some((step) => step.process === process))
          rows.push({ pair, process, expansions: options });
      }
    }
  }
  return rows;
}
