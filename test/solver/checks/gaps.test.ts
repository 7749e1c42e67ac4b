import { describe, expect, test } from 'vitest';
import type { AimResult, Plan } from '../../../scenarios/domain/plan.ts';
import { gaps } from '../../../solver/checks/gaps.ts';
import { messagesOf, weldingShop } from './judge.ts';

const SHORT: AimResult = { aim: 'shortfall', value: 0, bound: 0, gap: 0 };
const COST: AimResult = { aim: 'cost', value: 1000, bound: 990, gap: 0.01 };

/** Twenty booms are asked, so that a tolerance of a tenth allows two to be missing. */
const judged = (aims: readonly AimResult[], more: Partial<Plan> = {}, shortfallTolerance = 0.1) =>
  messagesOf(gaps, weldingShop({ policy: { shortfallTolerance } }), {}, (plan) => ({
    ...plan,
    status: 'optimal',
    limits: { ...plan.limits, gap: 0.01, hit: null },
    ...more,
    aims,
  }));

test('the gap is (value − bound) ÷ value', async () => {
  expect(await judged([SHORT, COST])).toEqual([]);
  expect(await judged([SHORT, { ...COST, gap: 0.009 }])).toEqual(['gap of cost is 0.009, expected 0.01']);
  expect(await judged([{ aim: 'shortfall', value: 2, bound: 1, gap: 0.5 }, COST])).toEqual([]);
});

test('no value lies below its bound', async () => {
  expect(await judged([SHORT, { ...COST, bound: 1000.0009, gap: 0 }])).toEqual([]);
  expect(await judged([SHORT, { ...COST, bound: 1001, gap: 0 }])).toEqual(['cost is 1000, below its own bound 1001']);
});

describe('a plan that calls itself optimal', () => {
  test('has the wanted gap of the cost', async () => {
    expect(await judged([SHORT, { ...COST, bound: 985, gap: 0.015 }])).toEqual([
      'the plan calls itself optimal, but the gap of cost is 0.015, wanted 0.01',
    ]);
    expect(await judged([SHORT, { ...COST, bound: 985, gap: 0.015 }], { status: 'feasible' })).toEqual([]);
  });

  test('has a shortfall within the stated tolerance of its bound, the rest being spent on cost', async () => {
    expect(await judged([{ aim: 'shortfall', value: 2, bound: 0, gap: 1 }, COST])).toEqual([]);
    expect(await judged([{ aim: 'shortfall', value: 2.1, bound: 0, gap: 1 }, COST])).toEqual([
      'the plan calls itself optimal, but the gap of shortfall is 1, wanted 0.01',
    ]);
    expect(await judged([{ aim: 'shortfall', value: 2, bound: 0, gap: 1 }, COST], {}, 0)).toHaveLength(1);
  });

  test('was not cut short', async () => {
    const limits = { gap: 0.01, timeLimit: 60, workLimit: null, hit: 'time' } as const;
    expect(await judged([SHORT, COST], { limits })).toEqual([
      'the plan calls itself optimal, but the limit time was hit',
    ]);
  });

  test('may miss a wanted gap of 0 by what is forgiven in money', async () => {
    const limits = { gap: 0, timeLimit: 60, workLimit: null, hit: null };
    const cost = (bound: number): AimResult => ({ aim: 'cost', value: 1000, bound, gap: (1000 - bound) / 1000 });
    expect(await judged([SHORT, cost(999.999)], { limits })).toEqual([]);
    expect(await judged([SHORT, cost(999.99)], { limits })).toHaveLength(1);
  });
});

test('there are two aims, the shortfall first', async () => {
  expect(await judged([COST, SHORT])).toEqual(['the aims are cost, shortfall, expected shortfall, cost']);
  expect(await judged([COST])).toEqual(['the aims are cost, expected shortfall, cost']);
  expect(await judged([])).toEqual(['the aims are none, expected shortfall, cost']);
});

describe('at the edges of the wanted gap', () => {
  test('a gap a billionth above the wanted one is the wanted one', async () => {
    const cost = (gap: number): AimResult => ({ aim: 'cost', value: 1e9, bound: 1e9 * (1 - gap), gap });
    expect(await judged([SHORT, cost(0.01 + 9e-10)])).toEqual([]);
  });

  test('a shortfall may miss its bound by the tolerance and the gap together', async () => {
    // Two of twenty by the tolerance, a hundredth by the gap.
    const missed = (value: number): AimResult => ({ aim: 'shortfall', value, bound: 1, gap: (value - 1) / value });
    expect(await judged([missed(3), COST])).toEqual([]);
    expect(await judged([missed(3.03), COST])).toEqual([]);
    expect(await judged([missed(3.04), COST])).toHaveLength(1);
  });

  test('a weight of three makes room for three times as much', async () => {
    const weighted = weldingShop({
      programmes: [{ product: 'BOOM', weight: 3 }],
      policy: { shortfallTolerance: 0.1 },
    });
    const told = (value: number) =>
      messagesOf(gaps, weighted, {}, (plan) => ({
        ...plan,
        status: 'optimal',
        limits: { ...plan.limits, gap: 0, hit: null },
        aims: [{ aim: 'shortfall', value, bound: 0, gap: 1 }, COST].map(
          (aim) => ({ ...aim, ...(aim === COST && { bound: 1000, gap: 0 }) }) as AimResult,
        ),
      }));
    expect(await told(6)).toEqual([]);
    expect(await told(6.1)).toHaveLength(1);
  });

  test('a value of nothing has no gap, and a negative gap is refused', async () => {
    expect(await judged([SHORT, { aim: 'cost', value: 0, bound: 0, gap: 0 }])).toEqual([]);
    expect(await judged([SHORT, { aim: 'cost', value: 1000, bound: 1000.0005, gap: -0.0000005 }])).toEqual([]);
    expect(await judged([SHORT, { aim: 'cost', value: 1000, bound: 1000, gap: -0.1 }])).toEqual([
      'gap of cost is -0.1, expected 0',
    ]);
  });
});
