import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { heading } from '../../../solver/checks/heading.ts';
import { surviveOutage } from '../../../solver/checks/survive-outage.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

const bent = (change: Partial<Plan>) =>
  messagesOf(heading, weldingShop(), welds([10, 10]), (plan) => ({ ...plan, ...change }));
const limited = (limits: Partial<Plan['limits']>) =>
  bent({ limits: { gap: 0.01, timeLimit: 60, workLimit: null, hit: null, ...limits } });

test('seed and limits may be other than the scenario’s', async () => {
  expect(await bent({ seed: 0 })).toEqual([]);
  expect(await limited({ gap: 0, timeLimit: 0.5, workLimit: 1 })).toEqual([]);
});

test.each<[Partial<Plan>, string]>([
  [{ scenario: { name: 'other', sha256: '' } }, 'scenario is other, expected test'],
  [{ engine: { name: '', version: '1' } }, 'engine is empty, expected a name and a version'],
  [{ engine: { name: 'highs', version: '' } }, 'engine is empty, expected a name and a version'],
  [{ strategy: '' }, 'strategy is empty, expected a name'],
  [{ seed: 1.5 }, 'seed is 1.5, expected a whole number'],
  [{ seed: -1 }, 'seed is -1, expected a whole number'],
])('%o is refused', async (change, message) => {
  expect(await bent(change)).toEqual([message]);
});

test.each<[Partial<Plan['limits']>, string]>([
  [{ gap: -0.01 }, 'wanted gap is -0.01, expected at least 0'],
  [{ gap: Number.NaN }, 'wanted gap is NaN, expected at least 0'],
  [{ timeLimit: 0 }, 'time limit is 0, expected more than 0 seconds'],
  [{ workLimit: 0 }, 'work limit is 0, expected none or a whole number above 0'],
  [{ workLimit: 2.5 }, 'work limit is 2.5, expected none or a whole number above 0'],
])('%o is no limit', async (change, message) => {
  expect(await limited(change)).toEqual([message]);
});

test('an answer without a plan assesses no outage, and a plan does where a rule asks for it alone', async () => {
  const robustness = { assessed: true, outages: 0, entered: 0, unprotected: [] } as const;
  const told = ['robustness is assessed, expected not assessed'];
  expect(await bent({ robustness, status: 'infeasible' })).toEqual(told);
  expect(await messagesOf(surviveOutage, weldingShop(), welds([10, 10]), (plan) => ({ ...plan, robustness }))).toEqual(
    told,
  );
});

test('nothing but the engine or prices vouch for the plan', async () => {
  const certificate = { kind: 'proof' } as unknown as Plan['certificate'];
  expect(await bent({ certificate })).toEqual(['kind of certificate is proof, expected engine-claimed or prices']);
});

test('the format is the one of this version', async () => {
  const format = 'gilde-plan/2' as Plan['format'];
  expect(await faultsOf(heading, weldingShop(), welds([10, 10]), (plan) => ({ ...plan, format }))).toEqual([
    { message: 'format is gilde-plan/2, expected gilde-plan/1', found: 'gilde-plan/2', expected: 'gilde-plan/1' },
  ]);
});
