import { describe, expect, test } from 'vitest';
import { kernel } from '../../../solver/strategies/kernel/strategy.ts';
import { monolithic } from '../../../solver/strategies/monolithic.ts';
import { verifyPlan } from '../../../solver/verify.ts';
import { toNumber } from '../../support/oracle/rational.ts';
import { twoStage } from '../../support/oracle/two-stage.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { byRounds } from '../../support/planned-by-kernel.ts';
import { scenario } from '../../support/scenario-builder.ts';

/** Six frames over two quarters, twelve in a quarter of all futures; S1 quotes € 100, and € 40 for those beyond six; S2 quotes € 90. */
const quoted = (onboardingCost: number) =>
  parsed(
    scenario({
      periods: 2,
      routing: [['FRAME', 'welding', 1]],
      suppliers: [{ supplier: 'S2', onboardingCost }],
      capacity: [
        ['S1', 'welding', 10],
        ['S2', 'welding', 10],
      ],
      demand: ['2026-Q1', '2026-Q2'].map((period) => ['FRAME', period, 3] as const),
      quotes: [
        { supplier: 'S1', item: 'FRAME', unitPrice: 100 },
        { supplier: 'S1', item: 'FRAME', unitPrice: 40, fromQuantity: 6 },
        { supplier: 'S2', item: 'FRAME', unitPrice: 90 },
      ],
      demandCases: [
        { name: 'expected', probability: 0.75 },
        { name: 'high', probability: 0.25, factor: 2 },
      ],
      policy: { stock: 'none', shortfallTolerance: 0 },
      solve: { gap: 0 },
    }),
  );

describe.each([monolithic, kernel])('a falling price in several futures under the strategy $name', (strategy) => {
  async function planned(onboardingCost: number) {
    const stated = await quoted(onboardingCost);
    const plan = await planSmall(stated, strategy);
    expect((await verifyPlan(stated, plan)).violations).toEqual([]);
    expect(plan.aims[1]!.value).toBeCloseTo(toNumber(twoStage(stated)!.cost), 6);
    return { plan, costs: plan.cases!.map(({ aims }) => Math.round(aims[1]!.value * 1e6) / 1e6) };
  }

  test('is reached by what a firm makes in each, not by that of all together', async () => {
    const { plan, costs } = await planned(0);
    // All six from S2, or all twelve from S1: 6 at 100 and 6 at 40.
    expect(costs).toEqual([540, 840]);
    expect(plan.aims[1]!.value).toBeCloseTo(0.75 * 540 + 0.25 * 840, 6);
  });

  test('draws all orders to one firm where onboarding the other costs more than it saves', async () => {
    expect((await planned(46)).costs).toEqual([600, 840]);
    expect((await planned(44)).costs).toEqual([540 + 44, 840 + 44]);
  });
});

test('a plan by prices of the cases and schedules reads the prices of each case', async () => {
  const stated = await quoted(0);
  const plan = await byRounds(stated);
  expect((await verifyPlan(stated, plan)).violations).toEqual([]);
  expect(plan.aims[1]!.value).toBeCloseTo(615, 6);
});
