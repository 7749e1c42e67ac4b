import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { SurviveOutage } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { engineOfTests } from '../../support/highs.ts';
import { readRequirement } from '../../support/oracle/requirement.ts';
import { ROOM, robustOracle } from '../../support/oracle/robust.ts';
import { readSources } from '../../support/oracle/sources.ts';
import { withOutages } from '../../support/outages.ts';
import { parsed, planSmall, runs, seedOf } from '../../support/plan-small.ts';

const TIMEOUT = 30 * 60_000;

const stated: fc.Arbitrary<Omit<SurviveOutage, 'id'>> = fc.record({
  rule: fc.constant('survive-outage' as const),
  domains: fc.constantFrom(['supplier'] as const, ['group'] as const),
  serviceLevel: fc.constantFrom(0.5, 0.9, 1),
  timeToRecover: fc.constantFrom(1, 2),
  surge: fc.constantFrom(0, 0.25),
  losses: fc.constantFrom(1 as const, 2 as const),
  requalification: fc.boolean(),
});

/** Rules that leave a linear program where awards are fixed. */
const LINEAR = [
  'share-cap',
  'share-floor',
  'source-count',
  'member-count',
  'group-count',
  'region-share-cap',
  'exclude',
];

/** Without what takes more than one linear program for an award set. */
const tiny: fc.Arbitrary<Scenario> = smallScenario
  .map((drawn) => ({
    ...drawn,
    expansions: [],
    incumbents: [],
    items: drawn.items.map(({ deliverTo: _, ...item }) => item),
    suppliers: drawn.suppliers.map(({ rampRate: _, ...firm }) => firm),
    quotes: drawn.quotes
      .filter(({ fromQuantity = 0 }) => fromQuantity === 0)
      .map(({ minimumOrder: _, ...quote }) => quote),
    rules: drawn.rules.filter(({ rule }) => LINEAR.includes(rule)),
    policy: { ...drawn.policy, shortfallTolerance: 0 },
  }))
  .filter(({ calendar }) => calendar.periods <= 3)
  .filter((drawn) => readSources(drawn, readRequirement(drawn).packages).length <= 4);

const valuesOf = ({ aims }: Plan): readonly number[] => aims.map(({ value }) => value);

/** Euro that a unit costs at most, about. */
const DEAREST = 100;

/** Whether an aim is the oracle's, but for what its room in the aims before saves of this one. */
const isNear = (aims: readonly number[], best: readonly number[], aim: number): boolean => {
  const [left, right] = [aims[aim]!, best[aim]!];
  const saved = best.slice(0, aim).reduce((sum, value) => sum + DEAREST * ROOM * Math.max(1, value), 0);
  return Math.abs(left - right) <= saved + 1e-4 * Math.max(1, Math.abs(left), Math.abs(right));
};

test(
  'a plan that is to survive is as good in all aims as the best of all award sets with every outage beside it',
  async () => {
    let protectedMore = 0;
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(tiny, stated, async (drawn, rule) => {
        const scenario = withOutages(await parsed(drawn), [{ ...rule, id: 'outage' }]);
        const plan = await planSmall(scenario);
        const best = await robustOracle(scenario);
        expect(plan.status).toBe(best === null ? 'infeasible' : 'optimal');
        if (best === null) return;
        const found = valuesOf(plan);
        for (const aim of best.keys()) expect(isNear(found, best, aim), `aims ${found}, expected ${best}`).toBe(true);
        expect((await verifyPlan(scenario, plan, engineOfTests)).violations).toEqual([]);
        compared += 1;
        if (plan.robustness.assessed && plan.robustness.entered > 0) protectedMore += 1;
      }),
      { numRuns: runs(200), seed: seedOf(), endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(100);
    expect(protectedMore).toBeGreaterThan(40);
  },
  TIMEOUT,
);
