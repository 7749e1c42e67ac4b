import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalCost } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { learningGene, withLearning } from '../../support/arbitraries/learning.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { parsed, runs, seedOf } from '../../support/plan-small.ts';
import { proposeSmall } from '../../support/propose-small.ts';
import { scenario } from '../../support/scenario-builder.ts';

/**
 * Frames of ten hours at first, which fall to 80 % with each doubling: 10, 8, 7.02, 6.4 … S1 of Germany has hours for one and
 * a half frames that are learnt, S2 of the Netherlands, 5 % dearer, for two: 18 hours.
 */
const frames = (hours: number): Scenario =>
  scenario({
    periods: 1,
    routing: [['FRAME', 'welding', 10]],
    items: [{ item: 'FRAME', kind: 'make' }],
    suppliers: [
      { supplier: 'S1', country: 'DE' },
      { supplier: 'S2', country: 'NL' },
    ],
    capacity: [
      ['S1', 'welding', 18],
      ['S2', 'welding', hours],
    ],
    quotes: [
      { supplier: 'S1', item: 'FRAME', unitPrice: 100 },
      { supplier: 'S2', item: 'FRAME', unitPrice: 104 },
    ],
    demand: [['FRAME', '2026-Q1', 2]],
    rules: [{ rule: 'learning', model: 'crawford', rate: 0.8, floor: 0.1 }],
  });

describe('proposals where hours fall', () => {
  test('the most Dutch makes both frames in the 18 hours that they come to, and says what it is proven for', async () => {
    const { proposals } = await proposeSmall(frames(18));
    const dutch = proposals.find(({ name }) => name === 'most-dutch')!;
    expect(dutch.plan.production.map(({ supplier, quantity }) => [supplier, Number(quantity.toFixed(6))])).toEqual([
      ['S2', 2],
    ]);
    const [, measure] = dutch.aims;
    expect(measure).toMatchObject({ aim: 'value-abroad', value: 0, bound: 0 });
    for (const { plan } of proposals) {
      expect((await verifyPlan(frames(18), plan)).violations).toEqual([]);
      expect(plan.aims.every(({ conditional }) => conditional !== undefined)).toBe(true);
    }
  });

  test('hours for less than two frames leave a part of one abroad', async () => {
    const { proposals } = await proposeSmall(frames(14));
    const dutch = proposals.find(({ name }) => name === 'most-dutch')!;
    // One frame and half of the second: 10 + 0.5 × 8 hours.
    const own = dutch.plan.production.find(({ supplier }) => supplier === 'S2')!;
    expect(own.quantity).toBeGreaterThan(1.4 - 1e-6);
    expect(own.quantity).toBeLessThanOrEqual(1.5 + 1e-6);
    expect((await verifyPlan(frames(14), dutch.plan)).violations).toEqual([]);
    const [, measure] = dutch.aims;
    expect(measure!.bound).toBeLessThanOrEqual(50 + 1e-6);
    expect(measure!.value).toBeGreaterThanOrEqual(50 - 1e-4);
    expect(measure!.conditional!.bound).toBeLessThanOrEqual(measure!.value);
  });

  test(
    'every proposal of a random scenario holds, is within the allowance and is none shorter',
    { timeout: 600_000 },
    () =>
      fc.assert(
        fc.asyncProperty(smallScenario, learningGene, async (drawn, gene) => {
          const stated = await parsed(withLearning(drawn, gene));
          const { proposals } = await proposeSmall(stated, { allowance: 0.1 });
          const [first] = proposals;
          for (const { plan, aims } of proposals) {
            expect((await verifyPlan(stated, plan)).violations).toEqual([]);
            if (plan.aims.length === 0) continue;
            expect(totalCost(plan)).toBeLessThanOrEqual(totalCost(first!.plan) * 1.1 + 1e-4);
            for (const { value, bound, conditional } of aims) {
              expect(bound).toBeLessThanOrEqual(value + 1e-6);
              expect(conditional!.bound).toBeLessThanOrEqual(value + 1e-6);
            }
          }
        }),
        { seed: seedOf(), numRuns: runs(3) },
      ),
  );
});
