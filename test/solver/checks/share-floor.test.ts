import { describe, expect, test } from 'vitest';
import { shareFloor } from '../../../solver/checks/share-floor.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = (per: 'horizon' | 'period', more: Statement = {}) =>
  weldingShop({ rules: [{ rule: 'share-floor', id: 'floor', min: 0.3, per }], ...more });

describe('a source makes at least 30 % of twenty booms', () => {
  test('six are exactly enough', async () => {
    expect(await faultsOf(shareFloor, shop('horizon'), welds([10, 4], [0, 6]))).toEqual([]);
    expect((await slackOf(shareFloor, shop('horizon'), welds([10, 4], [0, 6])))['floor']).toBeCloseTo(0, 12);
  });

  test('five are too few', async () => {
    expect(await faultsOf(shareFloor, shop('horizon'), welds([10, 5], [0, 5]))).toEqual([
      {
        rule: 'floor',
        supplier: 'S2',
        item: 'BOOM',
        message: 'S2 makes 5 BOOM, at least 6 of the 20 required',
        found: 5,
        expected: 6,
      },
    ]);
  });

  test('a supplier without an award owes nothing, a standby does', async () => {
    expect(await faultsOf(shareFloor, shop('horizon'), welds([10, 10]))).toEqual([]);
    const standby = { ...welds([10, 10]), standby: [['S2', 'BOOM']] as const };
    expect(await messagesOf(shareFloor, shop('horizon'), standby)).toEqual([
      'S2 makes 0 BOOM, at least 6 of the 20 required',
    ]);
  });
});

test('with `per: period` a supplier owes nothing in a quarter in which it cannot produce', async () => {
  const late: Statement = { suppliers: [{ supplier: 'S2', hourlyRate: 50, onboardingPeriods: 1 }] };
  expect(await faultsOf(shareFloor, shop('period', late), welds([10, 7], [0, 3]))).toEqual([]);
  expect(await messagesOf(shareFloor, shop('period', late), welds([10, 8], [0, 2]))).toEqual([
    'S2 makes 2 BOOM in 2026-Q2, at least 3 of the 10 required',
  ]);
  expect(await faultsOf(shareFloor, shop('period'), welds([10, 7], [0, 3]))).toHaveLength(1);
});

test('the slack is that of the source nearest to its floor', async () => {
  expect((await slackOf(shareFloor, shop('horizon'), welds([10, 2], [0, 8])))['floor']).toBeCloseTo(0.1, 12);
  expect(await slackOf(shareFloor, shop('horizon'), {})).toEqual({ floor: null });
});

test('with `per: period` the slack is that of the lowest quarter in which a source can produce', async () => {
  expect((await slackOf(shareFloor, shop('period'), welds([10, 6], [5, 4])))['floor']).toBeCloseTo(0.1, 12);
  const late: Statement = { suppliers: [{ supplier: 'S2', hourlyRate: 50, onboardingPeriods: 1 }] };
  expect((await slackOf(shareFloor, shop('period', late), welds([10, 10], [0, 5])))['floor']).toBeCloseTo(0.2, 12);
});

test('a quarter without requirement asks for nothing and has no share', async () => {
  const once: Statement = { demand: [['BOOM', '2026-Q1', 10]] };
  expect(await faultsOf(shareFloor, shop('period', once), welds([8, 0]))).toEqual([]);
  expect((await slackOf(shareFloor, shop('period', once), welds([8, 0])))['floor']).toBeCloseTo(0.5, 12);
  const rules = [{ rule: 'share-floor', id: 'floor', min: 0.3, scope: { from: '2026-Q2' } }] as const;
  expect(await slackOf(shareFloor, weldingShop({ ...once, rules }), welds([8, 0]))).toEqual({ floor: null });
});

test('from and to narrow what is made and what is required', async () => {
  const second = weldingShop({ rules: [{ rule: 'share-floor', id: 'floor', min: 0.3, scope: { from: '2026-Q2' } }] });
  expect(await faultsOf(shareFloor, second, welds([0, 3]))).toEqual([]);
  expect(await messagesOf(shareFloor, second, welds([10, 2]))).toEqual([
    'S1 makes 2 BOOM, at least 3 of the 10 required',
  ]);
});

test('a millionth of the required volume is forgiven, not more', async () => {
  expect(await faultsOf(shareFloor, shop('horizon'), welds([10, 4], [0, 5.999981]))).toEqual([]);
  expect(await faultsOf(shareFloor, shop('horizon'), welds([10, 4], [0, 5.999979]))).toHaveLength(1);
});
