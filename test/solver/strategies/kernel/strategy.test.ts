import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../../../scenarios/wire/hash.ts';
import { serialisePlan } from '../../../../scenarios/wire/plan.ts';
import type { Engine } from '../../../../solver/engines/engine.ts';
import { planScenario } from '../../../../solver/plan.ts';
import { kernel } from '../../../../solver/strategies/kernel/strategy.ts';
import type { PlanHooks } from '../../../../solver/strategies/strategy.ts';
import { verifyPlan } from '../../../../solver/verify.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { engineOfTests } from '../../../support/highs.ts';
import { oracle } from '../../../support/oracle/oracle.ts';
import { toNumber } from '../../../support/oracle/rational.ts';
import { parsed, runs, seedOf } from '../../../support/plan-small.ts';
import { roundsOnly } from '../../../support/planned-by-kernel.ts';

const seed = seedOf();
console.info(`kernel strategy seed ${seed}`);
const TIMEOUT = 10 * 60_000;

const room = (value: number): number => 1e-6 * Math.max(1, Math.abs(value));

const withSolve = (document: Scenario, solve: Partial<Scenario['solve']>): Scenario => ({
  ...document,
  solve: { ...document.solve, ...solve },
});

async function planned(
  scenario: Scenario,
  parent?: Plan,
  hooks: Partial<PlanHooks> = {},
  engine: Engine = engineOfTests,
): Promise<Plan> {
  return planScenario({
    scenario,
    sha256: await scenarioSha256(scenario),
    engine,
    hooks: { now: () => performance.now(), ...hooks },
    strategy: kernel,
    ...(parent && { parent }),
  });
}

async function expectVerified(scenario: Scenario, plan: Plan): Promise<void> {
  expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
}

/** The same rows in another order: every table turned round. */
const turned = (document: Scenario): Scenario =>
  Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
  ) as unknown as Scenario;

test('within a gap of 5 % plans verify, and no claimed bound is above the exact optimum', { timeout: TIMEOUT }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const scenario = await parsed(withSolve(document, { gap: 0.05 }));
      const plan = await planned(scenario);
      await expectVerified(scenario, plan);
      const answer = oracle(scenario);
      expect(plan.limits.hit).toBe(null);
      expect(plan.status).toBe(answer.status);
      if (answer.status === 'infeasible') return;
      const [shortfall, cost] = plan.aims;
      const least = toNumber(answer.shortfall);
      expect(shortfall!.bound).toBeLessThanOrEqual(least + room(least));
      expect(shortfall!.value).toBeGreaterThanOrEqual(least - room(least));
      // Beside the least shortfall and the tolerance; a plan that misses more may cost less.
      const cheapest = toNumber(answer.cost);
      expect(cost!.bound).toBeLessThanOrEqual(cheapest + room(cheapest));
    }),
    { seed, numRuns: runs(30) },
  ),
);

test('so it is where the runtime caps memory and the rounds are all there is', { timeout: TIMEOUT }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const scenario = await parsed(withSolve(document, { gap: 0.02 }));
      const plan = await planned(scenario, undefined, {}, roundsOnly);
      await expectVerified(scenario, plan);
      if (plan.status === 'unknown') return;
      const answer = oracle(scenario);
      if (answer.status === 'infeasible') throw new Error(`a plan of an infeasible scenario is ${plan.status}`);
      const [least, cheapest] = [toNumber(answer.shortfall), toNumber(answer.cost)];
      expect(plan.aims[0]!.bound).toBeLessThanOrEqual(least + room(least));
      // The bound on cost speaks of plans that miss as much as this one, which may be more than the least.
      expect(plan.aims[1]!.bound).toBeLessThanOrEqual(cheapest + room(cheapest));
    }),
    { seed: 99, numRuns: runs(25) },
  ),
);

test('the same rows in any order give the same bytes, and a second solve the same digest', { timeout: TIMEOUT }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const stated = withSolve(document, { gap: 0.05 });
      const scenario = await parsed(stated);
      const [plan, again] = [await planned(scenario), await planned(scenario)];
      expect(again.digest).toBe(plan.digest);
      expect(serialisePlan(await planned(await parsed(turned(stated))))).toBe(serialisePlan(plan));
    }),
    { seed: seed + 1, numRuns: runs(12) },
  ),
);

/** Names that no drawn scenario has. */
const foreign = (plan: Plan): Plan => ({
  ...plan,
  awards: plan.awards.map((award) => ({ ...award, supplier: `${award.supplier}-elsewhere` })),
  certificate: JSON.parse(JSON.stringify(plan.certificate).replaceAll(/"item":"[^"]*"/g, '"item":"elsewhere"')),
});

/** The scenario with dearer hours and one rule less. */
const changed = (document: Scenario): Scenario => ({
  ...document,
  rules: document.rules.slice(1),
  suppliers: document.suppliers.map((firm, at) => ({ ...firm, hourlyRate: (firm.hourlyRate ?? 1) * (1 + at / 2) })),
});

test(
  'a parent plan of the same, a changed or a foreign scenario does not change the aims at gap 0',
  {
    timeout: TIMEOUT,
  },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, smallScenario, async (document, other) => {
        const scenario = await parsed(document);
        const own = await planned(scenario);
        const parents = [
          own,
          await planned(await parsed(withSolve(changed(document), { gap: 0.05 }))),
          await planned(await parsed(withSolve({ ...document, rules: [] }, { gap: 0.05 }))),
          await planned(await parsed(withSolve(other, { gap: 0.05 }))),
          foreign(own),
        ];
        for (const parent of parents) {
          const plan = await planned(scenario, parent);
          await expectVerified(scenario, plan);
          expect(plan.status).toBe(own.status);
          if (plan.status === 'infeasible') continue;
          expect(plan.aims[0]!.bound).toBeCloseTo(own.aims[0]!.bound, 6);
          const cost = own.aims[1]!.value;
          expect(Math.abs(plan.aims[1]!.value - cost), `${plan.aims[1]!.value}, without ${cost}`).toBeLessThan(
            room(cost),
          );
        }
      }),
      { seed: seed + 2, numRuns: runs(8) },
    ),
);
