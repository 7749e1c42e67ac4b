import { describe, expect, test } from 'vitest';
import { lock } from '../../../solver/checks/lock.ts';
import type { RuleStatement } from '../../support/scenario-builder.ts';
import { faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = (rule: Partial<Extract<RuleStatement, { rule: 'lock' }>>) =>
  weldingShop({ rules: [{ rule: 'lock', id: 'fixed', supplier: 'S2', award: true, ...rule }] });
const alone = welds([10, 10]);
const together = welds([5, 5], [5, 5]);

describe('a fixed award', () => {
  test('of an item is kept or broken', async () => {
    expect(await faultsOf(lock, shop({ item: 'BOOM' }), together)).toEqual([]);
    expect(await faultsOf(lock, shop({ item: 'BOOM' }), alone)).toEqual([
      { rule: 'fixed', supplier: 'S2', item: 'BOOM', message: 'S2 is not awarded BOOM, but has to be' },
    ]);
  });

  test('without an item is about the firm alone', async () => {
    expect(await faultsOf(lock, shop({}), alone)).toEqual([
      { rule: 'fixed', supplier: 'S2', message: 'S2 is not a member, but has to be' },
    ]);
  });

  test('without an item asks for any award', async () => {
    expect(await faultsOf(lock, shop({}), { ...alone, standby: [['S2', 'BOOM']] })).toEqual([]);
    expect(await messagesOf(lock, shop({}), alone)).toEqual(['S2 is not a member, but has to be']);
  });

  test('has no room: its slack is 0', async () => {
    expect(await slackOf(lock, shop({ item: 'BOOM' }), together)).toEqual({ fixed: 0 });
  });
});

describe('a forbidden award', () => {
  test('of an item', async () => {
    expect(await faultsOf(lock, shop({ item: 'BOOM', award: false }), alone)).toEqual([]);
    expect(await messagesOf(lock, shop({ item: 'BOOM', award: false }), together)).toEqual([
      'S2 is awarded BOOM, but must not be',
    ]);
  });

  test('of everything', async () => {
    expect(await faultsOf(lock, shop({ award: false }), alone)).toEqual([]);
    expect(await messagesOf(lock, shop({ award: false }), together)).toEqual(['S2 is a member, but must not be']);
  });
});

describe('a share fixed at a quarter of twenty booms', () => {
  const quarter = shop({ item: 'BOOM', share: 0.25 });

  test('five hold', async () => {
    expect(await faultsOf(lock, quarter, welds([10, 5], [0, 5]))).toEqual([]);
  });

  test('neither four nor six do', async () => {
    expect(await messagesOf(lock, quarter, welds([10, 6], [0, 4]))).toEqual([
      'S2 makes 4 BOOM over the horizon, fixed at 5 of the 20 required',
    ]);
    expect(await messagesOf(lock, quarter, welds([10, 4], [0, 6]))).toEqual([
      'S2 makes 6 BOOM over the horizon, fixed at 5 of the 20 required',
    ]);
  });

  test('none at all is not a quarter', async () => {
    expect(await messagesOf(lock, quarter, { ...alone, standby: [['S2', 'BOOM']] })).toEqual([
      'S2 makes 0 BOOM over the horizon, fixed at 5 of the 20 required',
    ]);
  });

  test('a millionth of the requirement is forgiven', async () => {
    expect(await faultsOf(lock, quarter, welds([10, 5], [0, 5.000019]))).toEqual([]);
    expect(await faultsOf(lock, quarter, welds([10, 5], [0, 5.000021]))).toHaveLength(1);
  });
});
