import { expect, test } from 'vitest';
import type { Scope } from '../../../scenarios/domain/rule.ts';
import { memberCount } from '../../../solver/checks/member-count.ts';
import { faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = (ends: { min?: number; max?: number; scope?: Scope }) =>
  weldingShop({
    rules: [{ rule: 'member-count', id: 'members', ...ends }],
    suppliers: [
      { supplier: 'S1', region: 'NL221', hourlyRate: 50 },
      { supplier: 'S2', region: 'NL411', hourlyRate: 50 },
    ],
  });
const both = welds([5, 5], [5, 5]);

test('two members where at most two may be: nothing to spare', async () => {
  expect(await faultsOf(memberCount, shop({ max: 2 }), both)).toEqual([]);
  expect(await slackOf(memberCount, shop({ max: 2 }), both)).toEqual({ members: 0 });
});

test('two members where at most one may be', async () => {
  expect(await faultsOf(memberCount, shop({ max: 1 }), both)).toEqual([
    { rule: 'members', message: '2 members in scope, at most 1', found: 2, expected: 1 },
  ]);
});

test('a pure standby is a member', async () => {
  const standby = { ...welds([10, 10]), standby: [['S2', 'BOOM']] as const };
  expect(await faultsOf(memberCount, shop({ min: 2 }), standby)).toEqual([]);
  expect(await messagesOf(memberCount, shop({ min: 2 }), welds([10, 10]))).toEqual(['1 member in scope, at least 2']);
});

test('only members of the region in scope count', async () => {
  expect(await messagesOf(memberCount, shop({ min: 2, scope: { region: 'NL2' } }), both)).toEqual([
    '1 member in scope, at least 2',
  ]);
});

test('slack is the nearer of the ends that are stated', async () => {
  expect(await slackOf(memberCount, shop({ min: 1, max: 5 }), both)).toEqual({ members: 1 });
  expect(await slackOf(memberCount, shop({ max: 5 }), both)).toEqual({ members: 3 });
});

test('slack above the least number, where only that is stated', async () => {
  expect(await slackOf(memberCount, shop({ min: 1 }), both)).toEqual({ members: 1 });
  expect(await slackOf(memberCount, shop({ min: 2 }), both)).toEqual({ members: 0 });
  expect(await slackOf(memberCount, shop({ min: 3 }), both)).toEqual({ members: -1 });
});

test('a plan without members', async () => {
  expect(await faultsOf(memberCount, shop({ max: 2 }), {})).toEqual([]);
  expect(await messagesOf(memberCount, shop({ min: 1 }), {})).toEqual(['0 members in scope, at least 1']);
});
