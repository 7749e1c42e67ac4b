import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { members } from '../../../solver/checks/members.ts';
import { onboardingStart } from '../../../solver/checks/onboarding-start.ts';
import { onboardingThroughput } from '../../../solver/checks/onboarding-throughput.ts';
import { planFor } from '../../support/plan-builder.ts';
import type { Statement } from '../../support/scenario-builder.ts';
import { contextFor, faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = (more: object = {}, statement: Statement = {}) =>
  weldingShop({ rules: [{ rule: 'onboarding-throughput', id: 'desk', max: 1, ...more }], ...statement });
const both = welds([0, 5], [0, 5]);
/** The plan with the starts of its members as stated. */
const starting =
  (...starts: readonly string[]) =>
  (plan: Plan): Plan => ({ ...plan, members: plan.members.map((row, at) => ({ ...row, start: starts[at]! })) });

describe('onboarding-throughput', () => {
  test('one onboarding a quarter: nothing to spare', async () => {
    expect(await faultsOf(onboardingThroughput, shop(), both, starting('2026-Q1', '2026-Q2'))).toEqual([]);
    const plan = starting('2026-Q1', '2026-Q2')(await planFor(shop(), both));
    expect([...onboardingThroughput.check(contextFor(shop(), plan)).slack!]).toEqual([['desk', 0]]);
  });

  test('two onboardings in a quarter with room for one', async () => {
    expect(await faultsOf(onboardingThroughput, shop(), both)).toEqual([
      { rule: 'desk', period: '2026-Q1', message: '2 onboardings start in 2026-Q1, at most 1', found: 2, expected: 1 },
    ]);
    expect(await faultsOf(onboardingThroughput, shop({ max: 2 }), both)).toEqual([]);
  });

  test('a qualified incumbent, who is out of scope, and other quarters do not count', async () => {
    const incumbent = { incumbents: [{ supplier: 'S1', item: 'BOOM' }] };
    expect(await faultsOf(onboardingThroughput, shop({}, incumbent), both)).toEqual([]);
    expect(await faultsOf(onboardingThroughput, shop({ scope: { suppliers: ['S2'] } }), both)).toEqual([]);
    expect(await faultsOf(onboardingThroughput, shop({ scope: { from: '2026-Q2' } }), both)).toEqual([]);
    expect(await slackOf(onboardingThroughput, shop({ scope: { suppliers: ['S2'] } }), welds([5, 5]))).toEqual({
      desk: null,
    });
  });
});

describe('onboarding-start', () => {
  const slow = shop({}, { suppliers: [{ supplier: 'S1', onboardingPeriods: 1 }] });

  test('who waits a quarter works in the one after its start', async () => {
    expect(await faultsOf(onboardingStart, slow, welds([0, 5]), starting('2026-Q1'))).toEqual([]);
  });

  test('who starts too late for what it makes', async () => {
    expect(await messagesOf(onboardingStart, shop(), welds([5, 5]), starting('2026-Q2'))).toEqual([
      'S1 makes 5 BOOM in 2026-Q1, but starts in 2026-Q2 and waits 0 periods',
    ]);
    expect(await messagesOf(onboardingStart, slow, welds([0, 5]), starting('2026-Q2'))).toEqual([
      'S1 starts in 2026-Q2 and is never ready for BOOM in time',
    ]);
  });

  test('a start that is not planned', async () => {
    expect(await messagesOf(onboardingStart, shop(), welds([5, 5]), starting('2027-Q1'))).toEqual([
      'S1 starts in 2027-Q1, which is not planned',
    ]);
  });

  test('without a rule that makes it matter everybody starts at once', async () => {
    expect(await messagesOf(members, weldingShop(), welds([0, 5]), starting('2026-Q2'))).toEqual([
      'start of S1 is 2026-Q2, expected 2026-Q1',
    ]);
    expect(await messagesOf(members, shop(), welds([0, 5]), starting('2026-Q2'))).toEqual([]);
  });
});
