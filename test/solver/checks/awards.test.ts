import { describe, expect, test } from 'vitest';
import type { AwardRow, Plan } from '../../../scenarios/domain/plan.ts';
import { awards } from '../../../solver/checks/awards.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

const row = (supplier: string, change: Partial<AwardRow>) => (plan: Plan) => ({
  ...plan,
  awards: plan.awards.map((award) => (award.supplier === supplier ? { ...award, ...change } : award)),
});
const named =
  (first: AwardRow['role'], second: AwardRow['role']) =>
  (plan: Plan): Plan =>
    row('S2', { role: second })(row('S1', { role: first })(plan));
const twelveAndEight = welds([6, 6], [4, 4]);

test('the share is of the required volume, also when less is made', async () => {
  expect(await messagesOf(awards, weldingShop(), welds([6, 6]), row('S1', { share: 0.6 }))).toEqual([]);
  expect(await messagesOf(awards, weldingShop(), welds([6, 6]), row('S1', { share: 1 }))).toEqual([
    'share of BOOM at S1 is 1, expected 0.6',
  ]);
});

test('the first period is the first with output, none for a standby', async () => {
  const late = welds([10, 5], [0, 5]);
  expect(await messagesOf(awards, weldingShop(), late, row('S2', { firstPeriod: '2026-Q2' }))).toEqual([]);
  expect(await messagesOf(awards, weldingShop(), late, row('S2', { firstPeriod: '2026-Q1' }))).toEqual([
    'first period of BOOM at S2 is 2026-Q1, expected 2026-Q2',
  ]);
  const standby = { ...welds([10, 10]), standby: [['S2', 'BOOM']] as const };
  expect(await messagesOf(awards, weldingShop(), standby, row('S2', { firstPeriod: '2026-Q1' }))).toEqual([
    'first period of BOOM at S2 is 2026-Q1, expected none',
  ]);
});

test('qualification costs what is quoted', async () => {
  const shop = weldingShop({ quotes: [{ supplier: 'S1', item: 'BOOM', unitPrice: 450, qualificationCost: 70 }] });
  expect(await messagesOf(awards, shop, welds([10, 10]), row('S1', { qualificationCost: 70 }))).toEqual([]);
  expect(await messagesOf(awards, shop, welds([10, 10]), row('S1', { qualificationCost: 0 }))).toEqual([
    'qualification cost of BOOM at S1 is € 0, expected € 70',
  ]);
});

describe('the role', () => {
  test('of the larger volume is source, of the smaller second source', async () => {
    expect(await messagesOf(awards, weldingShop(), twelveAndEight, named('source', 'second-source'))).toEqual([]);
    expect(await messagesOf(awards, weldingShop(), twelveAndEight, named('second-source', 'source'))).toEqual([
      'role of S1 for BOOM is second-source, expected source',
      'role of S2 for BOOM is source, expected second-source',
    ]);
  });

  test('without volume is standby', async () => {
    const standby = { ...welds([10, 10]), standby: [['S2', 'BOOM']] as const };
    expect(await messagesOf(awards, weldingShop(), standby, named('source', 'standby'))).toEqual([]);
    expect(await messagesOf(awards, weldingShop(), standby, named('source', 'second-source'))).toEqual([
      'role of S2 for BOOM is second-source, expected standby',
    ]);
    expect(await messagesOf(awards, weldingShop(), twelveAndEight, named('source', 'standby'))).toHaveLength(1);
  });

  test('of a pair that produces today is incumbent; then the second largest is not the source', async () => {
    const shop = weldingShop({ incumbents: [{ supplier: 'S1', item: 'BOOM' }] });
    expect(await messagesOf(awards, shop, twelveAndEight, named('incumbent', 'second-source'))).toEqual([]);
    expect(await messagesOf(awards, shop, twelveAndEight, named('incumbent', 'source'))).toEqual([
      'role of S2 for BOOM is source, expected second-source',
    ]);
    expect(await messagesOf(awards, shop, twelveAndEight, named('source', 'second-source'))).toHaveLength(1);
  });

  test('of an incumbent without volume is incumbent, and the other makes most', async () => {
    const shop = weldingShop({ incumbents: [{ supplier: 'S1', item: 'BOOM' }] });
    const idle = { ...welds([0, 0], [10, 10]), standby: [['S1', 'BOOM']] as const };
    expect(await messagesOf(awards, shop, idle, named('incumbent', 'source'))).toEqual([]);
    expect(await messagesOf(awards, shop, idle, named('incumbent', 'second-source'))).toEqual([
      'role of S2 for BOOM is second-source, expected source',
    ]);
  });

  test('of equals: one source and one second source', async () => {
    const equal = welds([5, 5], [5, 5]);
    expect(await messagesOf(awards, weldingShop(), equal, named('source', 'second-source'))).toEqual([]);
    expect(await messagesOf(awards, weldingShop(), equal, named('source', 'source'))).toEqual([
      'role of S2 for BOOM is source, expected second-source',
    ]);
    expect(await messagesOf(awards, weldingShop(), equal, named('second-source', 'second-source'))).toHaveLength(2);
  });
});

test('the faults of an award name its supplier and item', async () => {
  const wrong = row('S1', { share: 0.9, firstPeriod: '2026-Q2', qualificationCost: 5, role: 'standby' });
  expect(await faultsOf(awards, weldingShop(), twelveAndEight, wrong)).toEqual([
    { supplier: 'S1', item: 'BOOM', message: 'share of BOOM at S1 is 0.9, expected 0.6', found: 0.9, expected: 0.6 },
    expect.objectContaining({ supplier: 'S1', item: 'BOOM', found: '2026-Q2', expected: '2026-Q1' }),
    expect.objectContaining({ supplier: 'S1', item: 'BOOM', found: 5, expected: 0 }),
    expect.objectContaining({ supplier: 'S1', item: 'BOOM', found: 'standby', expected: 'source' }),
  ]);
});

test('an award of what is no work package has no figures to judge: the check eligibility names it', async () => {
  const other = (plan: Plan) => ({ ...plan, awards: plan.awards.map((award) => ({ ...award, item: 'ANVIL' })) });
  expect(await messagesOf(awards, weldingShop(), welds([10, 10]), other)).toEqual([
    'role of S1 for ANVIL is source, expected standby',
  ]);
});

test('volumes a millionth apart are equal: either is the source', async () => {
  const nearly = welds([5, 5], [5, 5.000005]);
  expect(await messagesOf(awards, weldingShop(), nearly, named('source', 'second-source'))).toEqual([]);
  expect(await messagesOf(awards, weldingShop(), nearly, named('second-source', 'source'))).toEqual([]);
  const clearly = welds([5, 5], [5, 5.00002]);
  expect(await messagesOf(awards, weldingShop(), clearly, named('source', 'second-source'))).toHaveLength(2);
});

test('an incumbent that makes as much as another leaves it either role', async () => {
  const shop = weldingShop({ incumbents: [{ supplier: 'S1', item: 'BOOM' }] });
  const equal = welds([5, 5], [5, 5]);
  expect(await messagesOf(awards, shop, equal, named('incumbent', 'source'))).toEqual([]);
  expect(await messagesOf(awards, shop, equal, named('incumbent', 'second-source'))).toEqual([]);
});
