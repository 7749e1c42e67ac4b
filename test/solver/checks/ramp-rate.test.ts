import { expect, test } from 'vitest';
import { rampRate } from '../../../solver/checks/ramp-rate.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = (more: { max?: number; plus?: number } = {}, statement: Statement = {}) =>
  weldingShop({ rules: [{ rule: 'ramp-rate', id: 'pace', max: 0.25, ...more }], ...statement });

test('forty hours grow to fifty at a quarter more: nothing to spare', async () => {
  expect(await faultsOf(rampRate, shop(), welds([4, 5]))).toEqual([]);
  expect(await slackOf(rampRate, shop(), welds([4, 5]))).toEqual({ pace: 0 });
});

test('a hundredth of a boom more is too fast', async () => {
  expect(await faultsOf(rampRate, shop(), welds([4, 5.01]))).toEqual([
    {
      ...{ rule: 'pace', supplier: 'S1', period: '2026-Q2' },
      message: 'S1 works 50.1 h in 2026-Q2 after 40 h in 2026-Q1, at most 50.0 h',
      ...{ found: expect.closeTo(50.1, 9), expected: 50 },
    },
  ]);
});

test('hours beside the fraction, and a rate of its own', async () => {
  expect(await faultsOf(rampRate, shop({ plus: 10 }), welds([4, 6]))).toEqual([]);
  expect(await messagesOf(rampRate, shop({ plus: 10 }), welds([4, 6.01]))).toHaveLength(1);
  const own = { suppliers: [{ supplier: 'S1', rampRate: 0 }] };
  expect(await faultsOf(rampRate, shop({}, own), welds([4, 4]))).toEqual([]);
  expect(await messagesOf(rampRate, shop({}, own), welds([4, 5]))).toEqual([
    'S1 works 50.0 h in 2026-Q2 after 40 h in 2026-Q1, at most 40.0 h',
  ]);
});

test('whoever begins late begins at any level', async () => {
  expect(await faultsOf(rampRate, shop(), welds([10, 2], [0, 8]))).toEqual([]);
  expect(await slackOf(rampRate, shop(), welds([0, 10]))).toEqual({ pace: null });
});

test('hours may fall at any pace', async () => {
  expect(await slackOf(rampRate, shop(), welds([10, 0]))).toEqual({ pace: 125 });
});
