import { describe, expect, test } from 'vitest';
import { shareCap } from '../../../solver/checks/share-cap.ts';
import type { RuleStatement } from '../../support/scenario-builder.ts';
import { faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = (rule: Partial<Extract<RuleStatement, { rule: 'share-cap' }>> = {}) =>
  weldingShop({ rules: [{ rule: 'share-cap', id: 'cap', max: 0.6, ...rule }] });

describe('at most 60 % of twenty booms', () => {
  test('twelve are exactly at the cap', async () => {
    expect(await faultsOf(shareCap, shop(), welds([10, 2], [0, 8]))).toEqual([]);
    expect((await slackOf(shareCap, shop(), welds([10, 2], [0, 8])))['cap']).toBeCloseTo(0, 12);
  });

  test('eleven leave a twentieth', async () => {
    expect((await slackOf(shareCap, shop(), welds([10, 1], [0, 9])))['cap']).toBeCloseTo(0.05, 12);
  });

  test('twelve and a half are too many', async () => {
    expect(await faultsOf(shareCap, shop(), welds([10, 2.5], [0, 7.5]))).toEqual([
      {
        rule: 'cap',
        supplier: 'S1',
        item: 'BOOM',
        message: 'S1 makes 12.5 BOOM, at most 12 of the 20 required',
        found: 12.5,
        expected: 12,
      },
    ]);
  });

  test('a millionth of the required volume is forgiven, not more', async () => {
    expect(await faultsOf(shareCap, shop(), welds([10, 2.000019], [0, 8]))).toEqual([]);
    expect(await faultsOf(shareCap, shop(), welds([10, 2.000021], [0, 8]))).toHaveLength(1);
  });
});

test('with `per: period` each quarter is capped at six of its ten', async () => {
  const perPeriod = shop({ per: 'period' });
  expect(await faultsOf(shareCap, perPeriod, welds([6, 4], [4, 6]))).toEqual([]);
  expect(await messagesOf(shareCap, perPeriod, welds([7, 3], [3, 6]))).toEqual([
    'S1 makes 7 BOOM in 2026-Q1, at most 6 of the 10 required',
  ]);
});

test('from and to narrow what is made and what is required', async () => {
  const second = shop({ scope: { from: '2026-Q2' } });
  expect(await faultsOf(shareCap, second, welds([10, 6], [0, 4]))).toEqual([]);
  expect(await messagesOf(shareCap, second, welds([3, 7], [7, 3]))).toEqual([
    'S1 makes 7 BOOM, at most 6 of the 10 required',
  ]);
  const first = shop({ scope: { to: '2026-Q1' } });
  expect(await faultsOf(shareCap, first, welds([3, 10], [7, 0]))).toHaveLength(1);
});

test('only suppliers in scope are capped', async () => {
  const second = shop({ scope: { suppliers: ['S2'] } });
  expect(await faultsOf(shareCap, second, welds([10, 10]))).toEqual([]);
  expect(await slackOf(shareCap, second, welds([10, 10]))).toEqual({ cap: null });
});

test('a standby is far from its cap, and a period without requirement has no share', async () => {
  const shop2 = weldingShop({
    demand: [['BOOM', '2026-Q1', 10]],
    rules: [{ rule: 'share-cap', id: 'cap', max: 0.6, per: 'period', scope: { suppliers: ['S2'] } }],
  });
  expect(await slackOf(shareCap, shop2, { ...welds([10, 0]), standby: [['S2', 'BOOM']] })).toEqual({ cap: 0.6 });
  expect(await messagesOf(shareCap, shop2, welds([10, 0], [0, 1]))).toEqual([
    'S2 makes 1 BOOM in 2026-Q2, at most 0 of the 0 required',
  ]);
});

test('work of a supplier that is not awarded is left to the check award-link', async () => {
  const found = await faultsOf(shareCap, shop(), welds([10, 10]), (plan) => ({ ...plan, awards: [] }));
  expect(found).toEqual([]);
});

test('with `per: period` the slack is that of the highest quarter in scope', async () => {
  expect((await slackOf(shareCap, shop({ per: 'period' }), welds([3, 5], [2, 1])))['cap']).toBeCloseTo(0.1, 12);
  const first = shop({ per: 'period', scope: { to: '2026-Q1' } });
  expect((await slackOf(shareCap, first, welds([3, 5], [2, 1])))['cap']).toBeCloseTo(0.3, 12);
});

test('the fault of a quarter names it', async () => {
  expect(await faultsOf(shareCap, shop({ per: 'period' }), welds([7, 3], [3, 6]))).toEqual([
    expect.objectContaining({ rule: 'cap', supplier: 'S1', item: 'BOOM', period: '2026-Q1', found: 7, expected: 6 }),
  ]);
});

test('only work in the process in scope is capped', async () => {
  expect(await faultsOf(shareCap, shop({ scope: { process: 'welding' } }), welds([10, 10]))).toHaveLength(1);
  expect(await faultsOf(shareCap, shop({ scope: { process: 'milling' } }), welds([10, 10]))).toEqual([]);
});
