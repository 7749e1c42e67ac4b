import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyPlan } from '../../../solver/verify.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';
import { pricedFor } from '../../support/priced.ts';

const seed = seedOf();
console.info(`price bounds seed ${seed}`);

test('whatever the scenario, a plan with the prices of an ascent holds', { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const scenario = await parsed(document);
      const plan = await planSmall(scenario, pricedFor('shortfall', 'cost'));
      expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
    }),
    { seed, numRuns: runs(60) },
  ),
);
