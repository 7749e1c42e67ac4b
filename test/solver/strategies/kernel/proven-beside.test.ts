import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulate } from '../../../../solver/formulate.ts';
import { valueAt } from '../../../../solver/model/variables.ts';
import { aims } from '../../../../solver/objectives/index.ts';
import { planningProblem } from '../../../../solver/problem.ts';
import { kernel } from '../../../../solver/strategies/kernel/strategy.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { parsed } from '../../../support/plan-small.ts';
import { roundsOnly } from '../../../support/planned-by-kernel.ts';

const LIMITS = { gap: 0, absoluteGap: 0, seconds: 60, seed: 1, presolve: false };

test('what a search has proven holds beside any plan that is no shorter than the one found', {
  timeout: 300_000,
}, async () => {
  const [shortfall, cost] = [aims[0]!, aims[1]!];
  let told = 0;
  await fc.assert(
    fc.asyncProperty(smallScenario, fc.constantFrom(0, 0.5, 2), async (document, more) => {
      const problem = planningProblem(await parsed(document));
      const found = await kernel.decide(problem, roundsOnly, { now: () => performance.now() });
      if (!('solution' in found)) return;
      expect(found.provenBeside).toBeDefined();
      const least = await roundsOnly.solve(formulate(problem, shortfall).model, LIMITS);
      if (least.status !== 'optimal') return;
      const { solution } = found;
      const own = valueAt(shortfall.formulate(solution.problem ?? problem, solution.variables), solution.values);
      // Of plans that are shorter than the one found nothing is said.
      const most = Math.min(least.value + more, own);
      const [short, dear] = found.provenBeside!(most).bounds;
      expect(short!.bound).toBeLessThanOrEqual(least.value + 1e-6);
      const cheapest = await roundsOnly.solve(
        formulate(problem, cost, [{ objective: shortfall, most: most + 1e-9 }]).model,
        LIMITS,
      );
      if (cheapest.status !== 'optimal') return;
      expect(dear!.bound).toBeLessThanOrEqual(cheapest.value + 1e-5 * Math.max(1, cheapest.value));
      if (dear!.bound > 0) told += 1;
    }),
    { numRuns: 60, seed: 20261123 },
  );
  expect(told).toBeGreaterThan(10);
});
