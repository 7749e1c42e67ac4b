import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSolved } from '../../../../solver/engines/engine.ts';
import { formulate } from '../../../../solver/formulate.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { ascend } from '../../../../solver/strategies/kernel/ascend.ts';
import { priceProblem } from '../../../../solver/strategies/kernel/price-problem.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { runs, seedOf } from '../../../support/plan-small.ts';
import { type PriceCase, priceCase } from '../../../support/price-cases.ts';
import { scenario } from '../../../support/scenario-builder.ts';

const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** Least cost of the plans that award a pair of the problem. */
async function costWithAward({ problem, cost: { most } }: PriceCase, pair: number): Promise<number> {
  const { supplier, item } = problem.pairs[pair]!;
  const award = { id: 'forced', rule: 'lock', supplier, item, award: true } as const;
  const cap = { objective: aims[0]!, most: most + 1e-9 * Math.max(1, most) };
  const { model } = formulate(problem, aims[1]!, [cap], [...problem.scenario.rules, award]);
  const outcome = await engineOfTests.solve(model, limits);
  return isSolved(outcome) ? outcome.value : Number.POSITIVE_INFINITY;
}

test(
  'no plan that awards a pair costs less than the bound and what it rises by for the pair',
  { timeout: 600_000 },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, fc.nat(), async (document, draw) => {
        const found = await priceCase(document);
        if (!found || found.problem.pairs.length === 0) return;
        const { prices } = found.cost;
        for (const iterations of [5, 100]) {
          const { bound, reducedCosts } = ascend(prices, { iterations });
          const pair = draw % reducedCosts.length;
          const cost = await costWithAward(found, prices.original[pair]!);
          expect(bound + reducedCosts[pair]!).toBeLessThanOrEqual(cost + 1e-6 * Math.max(1, cost));
        }
      }),
      { seed: seedOf(), numRuns: runs(100) },
    ),
);

test('a welder at twice the price costs its onboarding and its award more, all units being made elsewhere', () => {
  const problem = planningProblem(
    scenario({
      periods: 1,
      policy: { stock: 'none' },
      programmes: [{ product: 'W' }],
      demand: [['W', '2026-Q1', 3]],
      routing: [['W', 'welding', 1]],
      capacity: [
        ['S', 'welding', 10],
        ['Z', 'welding', 10],
      ],
      suppliers: [{ supplier: 'S' }, { supplier: 'Z', onboardingCost: 500 }],
      quotes: [
        { supplier: 'S', item: 'W', unitPrice: 100 },
        { supplier: 'Z', item: 'W', unitPrice: 200, qualificationCost: 30 },
      ],
    }),
  );
  const { bound, reducedCosts } = ascend(priceProblem(problem, { aim: 'cost', most: 0 }), { iterations: 300 });
  expect(bound).toBeCloseTo(300, 3);
  expect(reducedCosts[0]).toBeCloseTo(0, 3);
  expect(reducedCosts[1]).toBeCloseTo(530, 3);
});
