import fc from 'fast-check';
import { expect, test } from 'vitest';
import { totalCost } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { cost } from '../../../solver/objectives/cost.ts';
import { shortfall } from '../../../solver/objectives/shortfall.ts';
import { planningProblem } from '../../../solver/problem.ts';
import { leastDifference } from '../../../solver/proposals/different.ts';
import { purposes } from '../../../solver/proposals/index.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { leastOverEverySet } from '../../support/every-consortium.ts';
import { parsed, runs, seedOf } from '../../support/plan-small.ts';
import { proposeSmall } from '../../support/propose-small.ts';

const ALLOWANCE = 0.1;
const settings = { seed: seedOf(), numRuns: runs(20) };
const precision = (value: number): number => 1e-5 * Math.max(1, Math.abs(value));

/** The scenario with its suppliers at home and abroad in turn. */
const abroadInTurn = (scenario: Scenario): Scenario => ({
  ...scenario,
  suppliers: scenario.suppliers.map((row, at) => ({ ...row, country: at % 2 === 0 ? 'DE' : 'NL' })),
});

const always = (check: (scenario: Scenario, few: number) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(smallScenario, fc.constantFrom(0, 150), async (document, few) =>
      check(await parsed(abroadInTurn(document)), few),
    ),
    settings,
  );

test('a proposal has the least measure of all sets of awards within the allowance', { timeout: 600_000 }, () =>
  always(async (scenario, few) => {
    const { proposals, skipped } = await proposeSmall(scenario, { allowance: ALLOWANCE, few });
    const first = proposals[0]!.plan;
    if (first.status === 'infeasible') return;
    const problem = planningProblem(scenario);
    const [short, price] = first.aims;
    const least = Math.max(short!.value, short!.bound + shortfall.tolerance(problem));
    const caps = [
      { objective: shortfall, most: least + 1e-9 },
      { objective: cost, most: price!.value * (1 + ALLOWANCE) + 1e-9 },
    ];
    for (const purpose of purposes) {
      const found = proposals.find(({ name }) => name === purpose.name);
      const met = skipped.find(({ name }) => name === purpose.name);
      const value = found?.aims[1]?.value ?? (met?.why === 'met' ? met.value : undefined);
      if (value === undefined) continue;
      const best = await leastOverEverySet(problem, purpose, caps);
      expect(Math.abs(value - best), `${purpose.name}: ${value}, best ${best}`).toBeLessThan(precision(best));
      const bound = found?.aims[1]?.bound ?? (met?.why === 'met' ? met.bound : value);
      expect(bound).toBeLessThanOrEqual(best + precision(best));
    }
  }),
);

test('every proposal holds, is within the allowance and is none shorter', { timeout: 600_000 }, () =>
  always(async (scenario, few) => {
    const { proposals } = await proposeSmall(scenario, { allowance: ALLOWANCE, wanted: 6, few });
    const [first, ...others] = proposals.map(({ plan }) => plan);
    if (first!.status === 'infeasible') return;
    const tolerated = shortfall.tolerance(planningProblem(scenario));
    for (const plan of others) {
      expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
      const most = (1 + ALLOWANCE) * totalCost(first!);
      expect(totalCost(plan)).toBeLessThanOrEqual(most + precision(most));
      const short = Math.max(first!.aims[0]!.value, first!.aims[0]!.bound + tolerated);
      expect(plan.aims[0]!.value).toBeLessThanOrEqual(short + precision(short));
    }
  }),
);

test(
  'a different proposal leaves out a tenth of the members of each earlier one, and never none',
  { timeout: 600_000 },
  () =>
    always(async (scenario, few) => {
      const { proposals } = await proposeSmall(scenario, { allowance: 1, wanted: 6, few });
      const members = proposals.map(({ plan }) => plan.members.map(({ supplier }) => supplier));
      proposals.forEach(({ name }, at) => {
        if (name !== 'different') return;
        for (const earlier of members.slice(0, at)) {
          const leftOut = earlier.filter((supplier) => !members[at]!.includes(supplier));
          expect(leftOut.length).toBeGreaterThanOrEqual(leastDifference(earlier.length));
        }
      });
    }),
);

test('a tenth is rounded up', () => {
  expect([1, 9, 10, 11, 58, 60].map(leastDifference)).toEqual([1, 1, 1, 2, 6, 6]);
});
