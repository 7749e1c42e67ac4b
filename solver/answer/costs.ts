import type { CostBreakdown } from '../../scenarios/domain/plan.ts';
import { costOfUnits } from '../../scenarios/eligibility/price-breaks.ts';
import { volumeOf } from './awards.ts';
import { commitmentRows } from './commitments.ts';
import { capexOf } from './expansions.ts';
import type { Quantities } from './quantities.ts';

/** The cost of a plan by component, in euro over the horizon. */
export function costsOf(quantities: Quantities): CostBreakdown {
  const { problem, awarded, obtained, bought, stock, completed } = quantities;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    production: sum(problem.pairs.map((own, pair) => costOfUnits(own, volumeOf(quantities, pair)))),
    bought: sum(problem.unconstrained.map(({ unitCost }, index) => unitCost * sum([...completed[index]!]))),
    transport: sum(
      problem.lanes.flatMap(({ ends }, lane) =>
        ends.flatMap(({ cost }, end) => cost.map((euro, source) => euro * quantities.shipped[lane]![end]![source]!)),
      ),
    ),
    onboarding: sum(
      problem.candidates.map(({ onboardingCost, pairs }) => (pairs.some((pair) => awarded[pair]) ? onboardingCost : 0)),
    ),
    qualification: sum(problem.pairs.map(({ qualificationCost }, pair) => (awarded[pair] ? qualificationCost : 0))),
    certificates: sum(problem.obtainable.map(({ cost }, index) => (obtained[index] ? cost : 0))),
    capex: sum([...problem.candidates.keys()].map((candidate) => capexOf(problem, bought, candidate))),
    hiring: 0,
    stock: sum(problem.stocked.map(({ holdingCost }, stocked) => holdingCost * sum([...stock[stocked]!.subarray(1)]))),
    commitments: sum(commitmentRows(quantities).map(({ payment }) => payment)),
  };
}
