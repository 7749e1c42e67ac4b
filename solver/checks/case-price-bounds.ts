import type { AimPrices, CasePrices, Plan } from '../../scenarios/domain/plan.ts';
import { planningProblem } from '../problem.ts';
import { type CaseProof, expectedCost, expectedShortfall } from '../strategies/kernel/wait-and-see.ts';
import type { Fault } from './check.ts';
import { boundFaults, pricedBound } from './price-bounds.ts';
import type { ScenarioView } from './scenario-view.ts';

/**
 * Bounds of kind `prices-by-case` are at most those that the prices of all cases give together, evaluated anew from the scenario of each. Like
 * `price-bounds`, it shares the formula with what makes plans.
 */
export function casePriceFaults(
  plan: Plan,
  views: readonly ScenarioView[],
  weights: readonly number[],
  tolerated: number,
): readonly Fault[] {
  const { certificate, cases = [] } = plan;
  if (certificate.kind !== 'prices-by-case') return [];
  const names = certificate.cases.map(({ name }) => name).join(', ');
  const expected = cases.map(({ name }) => name).join(', ');
  if (names !== expected)
    return [{ message: `the certificate has prices of ${names || 'no case'}, expected ${expected}` }];
  const found = certificate.cases.map((prices, at) => proofOf(prices, views[at]!, weights[at]!));
  const faults = found.flatMap((own) => own.faults);
  if (faults.length > 0) return faults;
  const proofs = found.map(({ proof }) => proof);
  const [shortfall] = plan.aims.filter(({ aim }) => aim === 'shortfall');
  const reach = Math.max(shortfall?.value ?? 0, (shortfall?.bound ?? 0) + tolerated);
  return [
    ...boundFaults(plan, 'shortfall', expectedShortfall(proofs)),
    ...boundFaults(plan, 'cost', expectedCost(proofs, reach)),
  ];
}

function proofOf({ name, shortfall, cost }: CasePrices, { scenario }: ScenarioView, weight: number) {
  const problem = planningProblem(scenario);
  const faults: Fault[] = [];
  const bound = (aim: 'shortfall' | 'cost', rows: AimPrices): number => {
    const found = pricedBound(problem, aim, rows);
    faults.push(...found.faults.map((fault) => ({ ...fault, message: `in case ${name}: ${fault.message}` })));
    return found.bound ?? 0;
  };
  const least = shortfall ? Math.max(0, bound('shortfall', shortfall)) : 0;
  const none = { cost: 0, most: 0, theta: Number.POSITIVE_INFINITY };
  const priced = cost ? { cost: bound('cost', cost), most: cost.most ?? 0, theta: Math.max(0, cost.theta) } : none;
  const proof: CaseProof = { weight, shortfall: least, ...priced };
  return { proof, faults };
}
