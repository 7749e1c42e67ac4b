import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { planScenario } from '../../solver/plan.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import type { Strategy } from '../../solver/strategies/strategy.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { learningGene, withHoursAt, withLearning } from '../support/arbitraries/learning.ts';
import { smallScenario } from '../support/arbitraries.ts';
import { engineOfTests } from '../support/highs.ts';
import { oracle } from '../support/oracle/oracle.ts';
import { toNumber } from '../support/oracle/rational.ts';
import { parsed, runs, seedOf } from '../support/plan-small.ts';
import { scenario } from '../support/scenario-builder.ts';

const seed = seedOf();
console.info(`learning seed ${seed}`);
const MINUTES = 60_000;

const planned = async (scenario: Scenario, strategy: Strategy): Promise<Plan> => {
  const asked = { scenario, sha256: await scenarioSha256(scenario), engine: engineOfTests, strategy };
  return planScenario({ ...asked, hooks: { now: () => performance.now() } });
};

const precision = (value: number): number => 1e-5 * Math.max(1, Math.abs(value));

/**
 * No plan with learning can be better than the best with every unit at its least hours, and one as good as the best at the stated hours
 * is always there: exact optima on both sides of what the passes find and of what they prove.
 */
test(
  'plans lie between the exact optima at the stated and at the least hours, and bounds below them',
  { timeout: 30 * MINUTES },
  () =>
    fc.assert(
      fc.asyncProperty(smallScenario, learningGene, async (drawn, gene) => {
        const scenario = await parsed(withLearning(drawn, gene));
        const worst = oracle(await parsed(drawn));
        const best = oracle(await parsed(withHoursAt(drawn, gene.floor)));
        for (const strategy of [monolithic, kernel]) {
          const plan = await planned(scenario, strategy);
          expect((await verifyPlan(scenario, plan)).violations).toEqual([]);
          // Hours that fall leave less to grow from: where a rule on growth stands, neither optimum need be on its side.
          if (scenario.rules.some(({ rule }) => rule === 'ramp-rate')) continue;
          if (best.status === 'infeasible') expect(plan.status).toBe('infeasible');
          if (worst.status === 'infeasible' || best.status === 'infeasible') continue;
          const [shortfall, cost] = plan.aims;
          const [least, most] = [toNumber(best.shortfall), toNumber(worst.shortfall)];
          expect(shortfall!.bound).toBeLessThanOrEqual(most + precision(most));
          expect(shortfall!.value).toBeGreaterThanOrEqual(least - precision(least));
          const tolerated = scenario.policy.shortfallTolerance * toNumber(worst.requirement.weighted);
          expect(shortfall!.value).toBeLessThanOrEqual(most + tolerated + precision(most));
          const dearest = toNumber(worst.cost);
          if (Math.abs(shortfall!.value - most) <= precision(most))
            expect(cost!.bound).toBeLessThanOrEqual(dearest + precision(dearest));
        }
      }),
      { seed, numRuns: runs(4) },
    ),
);

/** Every way to make whole frames in each quarter, at two firms with their own curve: the most that can be delivered of what is due. */
function bestOfWholeFrames(hours: readonly [number, number], due: readonly number[], parts: readonly number[]): number {
  let best = 0;
  const search = (t: number, made: readonly [number, number], stock: number, delivered: number) => {
    if (t === due.length) {
      best = Math.max(best, delivered);
      return;
    }
    const takes = (firm: 0 | 1, units: number) =>
      parts.slice(made[firm], made[firm] + units).reduce((sum, part) => sum + 10 * part, 0);
    for (let a = 0; takes(0, a) <= hours[0] + 1e-9 && made[0] + a < parts.length; a++) {
      for (let b = 0; takes(1, b) <= hours[1] + 1e-9 && made[1] + b < parts.length; b++) {
        const there = stock + a + b;
        const given = Math.min(due[t]!, there);
        search(t + 1, [made[0] + a, made[1] + b], there - given, delivered + given);
      }
    }
  };
  search(0, [0, 0], 0, 0);
  return best;
}

test('no bound promises less than whole frames can be had, tried one by one', { timeout: 10 * MINUTES }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({
        hours: fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 40 })),
        due: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 3 }),
        rule: learningGene,
      }),
      async ({ hours, due, rule }) => {
        const { scenario: stated, parts } = framesLearning(hours, due, rule);
        const most = bestOfWholeFrames(hours, due, parts);
        const all = due.reduce((sum, units) => sum + units, 0);
        const plan = await planned(stated, monolithic);
        expect((await verifyPlan(stated, plan)).violations).toEqual([]);
        expect(plan.aims[0]!.bound).toBeLessThanOrEqual(all - most + 1e-6);
      },
    ),
    { seed, numRuns: runs(8) },
  ),
);

function framesLearning(
  [one, two]: readonly [number, number],
  due: readonly number[],
  gene: { readonly model: 'crawford' | 'wright'; readonly rate: number; readonly floor: number },
) {
  const stated = scenario({
    periods: due.length,
    routing: [['FRAME', 'welding', 10]],
    capacity: [
      ['S1', 'welding', one],
      ['S2', 'welding', two],
    ],
    demand: due.map((units, t) => ['FRAME', `2026-Q${t + 1}`, units] as const),
    rules: [{ rule: 'learning', ...gene }],
  });
  const b = Math.log(gene.rate) / Math.log(2);
  const average = (n: number) => (n === 0 ? 0 : n * n ** b);
  const parts = Array.from({ length: 20 }, (_, at) =>
    Math.max(gene.floor, gene.model === 'crawford' ? (at + 1) ** b : average(at + 1) - average(at)),
  );
  return { scenario: stated, parts };
}
