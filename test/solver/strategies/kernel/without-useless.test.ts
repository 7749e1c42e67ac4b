import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSolved } from '../../../../solver/engines/engine.ts';
import { formulate } from '../../../../solver/formulate.ts';
import { narrowedTo } from '../../../../solver/narrowed.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import type { PlanningProblem } from '../../../../solver/problem.ts';
import { ascend } from '../../../../solver/strategies/kernel/ascend.ts';
import type { Search } from '../../../../solver/strategies/kernel/search.ts';
import { withoutUseless } from '../../../../solver/strategies/kernel/without-useless.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { runs, seedOf } from '../../../support/plan-small.ts';
import { type PriceCase, priceCase } from '../../../support/price-cases.ts';

const limits = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

/** The least cost within the shortfall of the case, with the awards of that plan; undefined where there is none. */
async function cheapest(problem: PlanningProblem, most: number) {
  const cap = { objective: aims[0]!, most: most + 1e-9 * Math.max(1, most) };
  const { model, variables } = formulate(problem, aims[1]!, [cap]);
  const outcome = await engineOfTests.solve(model, limits);
  if (!isSolved(outcome)) return undefined;
  const awarded = [...problem.pairs.keys()].filter((pair) => outcome.values[variables.awarded(pair)]! > 0.5);
  return { cost: outcome.value, awarded };
}

/** What a search looks like to the rule: prices, and a plan with these values whose shortfall is settled or not. */
function searchOf({ problem, cost }: PriceCase, best: { cost: number; awarded: readonly number[] }, isSettled = true) {
  const { multipliers } = ascend(cost.prices, { iterations: 60 });
  const plan = { ...best, solution: { problem: narrowedTo(problem, best.awarded) } };
  const standing = { best: () => plan, settled: () => [isSettled, false], most: () => cost.most };
  return { problem, standing, prices: { cost: multipliers }, arrays: {} } as unknown as Search;
}

test('without the pairs that no better plan awards the least cost is what it was', { timeout: 600_000 }, async () => {
  let left = 0;
  await fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const found = await priceCase(document);
      if (!found || found.problem.pairs.length === 0) return;
      const { most } = found.cost;
      const best = await cheapest(found.problem, most);
      if (!best) return;
      // A plan that is 1 % dearer stands for the best so far.
      const narrow = withoutUseless(searchOf(found, { ...best, cost: 1.01 * best.cost, awarded: [] }));
      left += found.problem.pairs.length - narrow.pairs.length;
      const again = await cheapest(narrow, most);
      expect(again?.cost).toBeCloseTo(best.cost, 5);
    }),
    { seed: seedOf(), numRuns: runs(60) },
  );
  expect(left).toBeGreaterThan(0);
});

test('nothing is left out while the shortfall is open, and the best plan keeps its awards', {
  timeout: 120_000,
}, async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const found = await priceCase(document);
      if (!found || found.problem.pairs.length < 2) return;
      const all = [...found.problem.pairs.keys()];
      const worthless = { cost: -1e9, awarded: all.slice(0, 1) };
      expect(withoutUseless(searchOf(found, worthless, false))).toBe(found.problem);
      const kept = withoutUseless(searchOf(found, worthless)).pairs;
      expect(kept).toEqual(narrowedTo(found.problem, [0]).pairs);
      seen++;
    }),
    { seed: seedOf(), numRuns: runs(20) },
  );
  expect(seen).toBeGreaterThan(0);
});
