import { describe, expect, test } from 'vitest';
import { capacity } from '../../../solver/checks/capacity.ts';
import { gaps } from '../../../solver/checks/gaps.ts';
import { labour } from '../../../solver/checks/labour.ts';
import { learnedHours } from '../../../solver/checks/learning.ts';
import { planFor } from '../../support/plan-builder.ts';
import type { RuleStatement } from '../../support/scenario-builder.ts';
import { contextFor, messagesOf, weldingShop, welds } from './judge.ts';

const learning = (more: object = {}): RuleStatement =>
  ({ rule: 'learning', id: 'practice', model: 'crawford', rate: 0.8, floor: 0.1, ...more }) as RuleStatement;

/** Ten hours a boom; S1 has as many hours a quarter as stated. */
const shop = (hours: number, ...rules: RuleStatement[]) =>
  weldingShop({
    rules,
    capacity: [
      ['S1', 'welding', hours],
      ['S2', 'welding', 400],
    ],
  });

describe('learned hours', () => {
  test('are walked unit by unit over the quarters, by either curve', async () => {
    const partsOf = async (...rules: RuleStatement[]) => {
      const stated = shop(400, ...rules);
      const part = learnedHours(contextFor(stated, await planFor(stated, welds([2, 2]))));
      return [part('S1', 'BOOM', 1), part('S1', 'BOOM', 2), part('S2', 'BOOM', 1)];
    };
    const third = 3 ** (Math.log(0.8) / Math.log(2));
    expect(await partsOf()).toEqual([1, 1, 1]);
    expect(await partsOf(learning())).toEqual([0.9, expect.closeTo((third + 0.64) / 2, 9), 1]);
    expect(await partsOf(learning({ model: 'wright' }))).toEqual([
      expect.closeTo(0.8, 9),
      expect.closeTo((4 * 0.64 - 2 * 0.8) / 2, 9),
      1,
    ]);
    expect(await partsOf(learning({ floor: 0.9 }))).toEqual([0.95, 0.9, 1]);
    expect(await partsOf(learning({ scope: { suppliers: ['S2'] } }))).toEqual([1, 1, 1]);
  });

  test('decide whether hours suffice: two booms take 18 of them, not 17.9', async () => {
    expect(await messagesOf(capacity, shop(18, learning()), welds([2, 0]))).toEqual([]);
    expect(await messagesOf(capacity, shop(17.9, learning()), welds([2, 0]))).toEqual([
      'S1 works 18.0 h of welding in 2026-Q1, 17.9 h available',
    ]);
    expect(await messagesOf(capacity, shop(18), welds([2, 0]))).toHaveLength(1);
  });

  test('decide how many people are needed', async () => {
    const people: RuleStatement = { rule: 'labour', productiveHours: 9, hiresPerPeriod: 0 };
    const stated = {
      ...shop(400, learning(), people),
      suppliers: shop(400).suppliers.map((row) => ({ ...row, employees: 2 })),
    };
    expect(await messagesOf(labour, stated, welds([2, 0]))).toEqual([]);
    expect(await messagesOf(labour, stated, welds([2.1, 0]))).toHaveLength(1);
  });
});

describe('the gap at the hours of a pass', () => {
  test('stands where hours fall, and only there, and is recomputed', async () => {
    const shopping = shop(400, learning());
    const conditional = (bound: number, gap: number) => (plan: Parameters<typeof contextFor>[1]) => ({
      ...plan,
      aims: plan.aims.map((aim) => ({ ...aim, conditional: { bound: aim.value * bound, gap } })),
    });
    expect(await messagesOf(gaps, shopping, welds([10, 10]))).toContain(
      'cost has no bound for the hours of the last pass, though a rule lets hours fall',
    );
    expect(await messagesOf(gaps, shopping, welds([10, 10]), conditional(1, 0))).toEqual([]);
    expect(await messagesOf(gaps, shopping, welds([10, 10]), conditional(0.5, 0))).toEqual([
      expect.stringMatching(/^at the hours of the last pass: gap of cost/),
    ]);
    expect(await messagesOf(gaps, shop(400), welds([10, 10]), conditional(1, 0))).toContain(
      'cost has a bound for the hours of a pass, but no rule lets hours fall',
    );
  });
});
