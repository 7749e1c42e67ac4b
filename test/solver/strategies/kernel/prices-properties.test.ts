import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../../scenarios/domain/scenario.ts';
import { ascend } from '../../../../solver/strategies/kernel/ascend.ts';
import type { PriceProblem } from '../../../../solver/strategies/kernel/price-problem.ts';
import { boundAt } from '../../../../solver/strategies/kernel/prices.ts';
import { smallScenario } from '../../../support/arbitraries.ts';
import { runs, seedOf } from '../../../support/plan-small.ts';
import { type PriceCase, priceCase, randomMultipliers } from '../../../support/price-cases.ts';

const seed = seedOf();
console.info(`prices seed ${seed}`);
const settings = { seed, numRuns: runs(150) };
const TIMEOUT = 10 * 60_000;

const known = new Map<string, Promise<PriceCase | null>>();
function solved(document: Scenario): Promise<PriceCase | null> {
  const key = JSON.stringify(document);
  const found = known.get(key) ?? priceCase(document);
  known.set(key, found);
  return found;
}

function expectBelow(bound: number, optimum: number, what: string): void {
  expect(bound, `${what}: optimum ${optimum}`).toBeLessThanOrEqual(optimum + 1e-7 * Math.max(1, Math.abs(optimum)));
}

const multiplied = (prices: PriceProblem, draw: number): readonly number[] =>
  [0.1, 1, 10, 100].map((scale, k) => boundAt(prices, randomMultipliers(prices, 4 * draw + k, scale)).bound);

test('at any multipliers the bound of either aim is at most the exact optimum', { timeout: TIMEOUT }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, fc.nat(), async (document, draw) => {
      const found = await solved(document);
      if (!found) return;
      for (const { prices, optimum } of [found.shortfall, found.cost])
        for (const bound of multiplied(prices, draw)) expectBelow(bound, optimum, 'at random multipliers');
    }),
    settings,
  ),
);

test('so it is where the ascent leads, and never lower than where it began', { timeout: TIMEOUT }, () =>
  fc.assert(
    fc.asyncProperty(smallScenario, async (document) => {
      const found = await solved(document);
      if (!found) return;
      for (const { prices, optimum } of [found.shortfall, found.cost]) {
        const [begun, risen] = [ascend(prices, { iterations: 1 }), ascend(prices, { iterations: 150 })];
        expectBelow(risen.bound, optimum, 'after the ascent');
        expect(risen.bound).toBeGreaterThanOrEqual(begun.bound);
        expect(boundAt(prices, risen.multipliers).bound).toBeCloseTo(risen.bound, 6);
      }
    }),
    settings,
  ),
);
