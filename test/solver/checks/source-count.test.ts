import { describe, expect, test } from 'vitest';
import { sourceCount } from '../../../solver/checks/source-count.ts';
import type { RuleStatement } from '../../support/scenario-builder.ts';
import { boomsAndJibs, faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = (rule: Omit<Extract<RuleStatement, { rule: 'source-count' }>, 'rule'>) =>
  weldingShop({
    rules: [{ rule: 'source-count', id: 'sources', ...rule }],
    suppliers: [
      { supplier: 'S1', region: 'NL221', category: 'A', hourlyRate: 50 },
      { supplier: 'S2', region: 'NL411', category: 'C', hourlyRate: 50 },
    ],
  });
const one = welds([10, 10]);
const two = welds([5, 5], [5, 5]);
const withStandby = { ...one, standby: [['S2', 'BOOM']] as const };

describe('two sources asked of two eligible ones', () => {
  test('one is too few', async () => {
    expect(await faultsOf(sourceCount, shop({ min: 2 }), one)).toEqual([
      {
        rule: 'sources',
        item: 'BOOM',
        message: 'BOOM is awarded to 1 of its 2 eligible sources in scope, at least 2',
        found: 1,
        expected: 2,
      },
    ]);
  });

  test('two are enough, also when one is a standby', async () => {
    expect(await faultsOf(sourceCount, shop({ min: 2 }), two)).toEqual([]);
    expect(await faultsOf(sourceCount, shop({ min: 2 }), withStandby)).toEqual([]);
    expect(await slackOf(sourceCount, shop({ min: 2 }), two)).toEqual({ sources: 0 });
  });
});

test('three asked of two eligible sources: two are enough, unless the rule is strict', async () => {
  expect(await faultsOf(sourceCount, shop({ min: 3 }), two)).toEqual([]);
  expect(await slackOf(sourceCount, shop({ min: 3 }), two)).toEqual({ sources: 0 });
  expect(await messagesOf(sourceCount, shop({ min: 3, strict: true }), two)).toEqual([
    'BOOM is awarded to 2 of its 2 eligible sources in scope, at least 3',
  ]);
});

test('at most one source: one holds with nothing to spare, two do not', async () => {
  expect(await faultsOf(sourceCount, shop({ max: 1 }), one)).toEqual([]);
  expect(await slackOf(sourceCount, shop({ max: 1 }), one)).toEqual({ sources: 0 });
  expect(await messagesOf(sourceCount, shop({ max: 1 }), withStandby)).toEqual([
    'BOOM is awarded to 2 of its 2 eligible sources in scope, at most 1',
  ]);
});

test('slack is the nearer of both ends', async () => {
  expect(await slackOf(sourceCount, shop({ min: 1, max: 4 }), two)).toEqual({ sources: 1 });
  expect(await slackOf(sourceCount, shop({ max: 4 }), two)).toEqual({ sources: 2 });
});

test('only suppliers in scope count, as eligible and as awarded', async () => {
  const inHolland = { scope: { region: 'NL2' } };
  expect(await faultsOf(sourceCount, shop({ min: 1, ...inHolland }), one)).toEqual([]);
  expect(await messagesOf(sourceCount, shop({ min: 1, ...inHolland }), welds([0, 0], [10, 10]))).toEqual([
    'BOOM is awarded to 0 of its 1 eligible source in scope, at least 1',
  ]);
  expect(await faultsOf(sourceCount, shop({ min: 1, scope: { category: ['C'] } }), one)).toHaveLength(1);
});

test('a rule about no package has no slack', async () => {
  expect(await slackOf(sourceCount, shop({ min: 2, scope: { critical: true } }), one)).toEqual({ sources: null });
  expect(await slackOf(sourceCount, shop({ min: 2, scope: { process: 'milling' } }), one)).toEqual({ sources: null });
});

test('slack above the least number, where only that is stated', async () => {
  expect(await slackOf(sourceCount, shop({ min: 1 }), two)).toEqual({ sources: 1 });
  expect(await slackOf(sourceCount, shop({ min: 2 }), one)).toEqual({ sources: -1 });
  expect(await slackOf(sourceCount, shop({ min: 3, strict: true }), two)).toEqual({ sources: -1 });
});

test('of two packages the one with less to spare gives the slack, and each that is broken is named', async () => {
  const jibs = weldingShop({
    ...boomsAndJibs,
    rules: [{ rule: 'source-count', id: 'sources', min: 1 }],
  });
  const production = [...welds([5, 0], [5, 0]).production, ['S1', 'JIB', '2026-Q1', 1]] as const;
  expect(await slackOf(sourceCount, jibs, { production })).toEqual({ sources: 0 });
  expect(await messagesOf(sourceCount, jibs, {})).toEqual([
    'BOOM is awarded to 0 of its 2 eligible sources in scope, at least 1',
    'JIB is awarded to 0 of its 2 eligible sources in scope, at least 1',
  ]);
});
