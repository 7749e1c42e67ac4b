import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyPlan } from '../../../solver/verify.ts';
import { inCases } from '../../support/arbitraries/demand-cases.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { toNumber } from '../../support/oracle/rational.ts';
import { readRequirement } from '../../support/oracle/requirement.ts';
import { readSources } from '../../support/oracle/sources.ts';
import { twoStage } from '../../support/oracle/two-stage.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const precision = (value: number): number => 1e-6 * Math.max(1, Math.abs(value));

/** What the oracle can enumerate for each of several cases. */
const few = smallScenario.filter(
  (scenario) =>
    readSources(scenario, readRequirement(scenario).packages).length <= 4 && scenario.expansions.length <= 2,
);

test(
  'at gap 0 a plan for several futures is as good as the best decision for all of them, each future solved exactly',
  {
    timeout: 30 * 60_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(inCases(few), async (document) => {
        const scenario = await parsed(document);
        const answer = twoStage(scenario);
        const plan = await planSmall(scenario);
        expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
        expect(plan.status).toBe(answer === null ? 'infeasible' : 'optimal');
        if (answer === null) return;
        const [shortfall, cost] = plan.aims;
        const [least, cheapest] = [toNumber(answer.shortfall), toNumber(answer.cost)];
        expect(Math.abs(shortfall!.value - least), `least shortfall ${least}`).toBeLessThan(precision(least));
        expect(Math.abs(cost!.value - cheapest), `least cost ${cheapest}`).toBeLessThan(precision(cheapest));
      }),
      { seed: seedOf(), numRuns: runs(25) },
    ),
);
