import { expect, test } from 'vitest';
import type { MemberRow, Plan } from '../../../scenarios/domain/plan.ts';
import { members } from '../../../solver/checks/members.ts';
import { craneYard, craneYardDecision } from './crane-yard.ts';
import { messagesOf, weldingShop } from './judge.ts';

const row = (supplier: string, change: Partial<MemberRow>) => (plan: Plan) => ({
  ...plan,
  members: plan.members.map((member) => (member.supplier === supplier ? { ...member, ...change } : member)),
});
const yard = (bend?: (plan: Plan) => Plan) => messagesOf(members, craneYard, craneYardDecision, bend);

test('the members of the crane yard, by hand', async () => {
  const byHand: readonly [string, number][] = [
    // 14½ booms at 620; onboarding is waived.
    ['S1', 8990],
    // 7½ booms at 500 and onboarding.
    ['S2', 3750 + 5000],
    // 18 winches at 300 and a certificate.
    ['S3', 5400 + 2500],
    // 46 motors at 300 and qualification.
    ['S4', 13_800 + 700],
    ['S5', 28 * 275],
    ['S6', 1000],
  ];
  for (const [supplier, spend] of byHand) {
    expect(await yard(row(supplier, { spend, share: spend / 48_840 }))).toEqual([]);
  }
});

test.each<[Partial<MemberRow>, string]>([
  [{ spend: 3750 }, 'spend on S2 is € 3750, expected € 8750'],
  [{ share: 0.2 }, 'share of the spend on S2 is 0.2, expected 0.18'],
  [{ roles: ['source'] }, 'roles of S2 is source, expected second-source'],
  [{ start: '2026-Q2' }, 'start of S2 is 2026-Q2, expected 2026-Q1'],
  [{ firstPeriod: '2026-Q1' }, 'first period of S2 is 2026-Q1, expected 2026-Q2'],
])('%o of S2 is wrong', async (change, message) => {
  expect(await yard(row('S2', change))).toEqual([message]);
});

test('a standby has no first period', async () => {
  expect(await yard(row('S6', { firstPeriod: '2026-Q3' }))).toEqual(['first period of S6 is 2026-Q3, expected none']);
});

test('every supplier with an award is a member, and no other', async () => {
  const without = (plan: Plan) => ({ ...plan, members: plan.members.slice(1) });
  expect(await yard(without)).toEqual(['S1 has an award but is not listed as a member']);
  const idle = (plan: Plan) => ({ ...plan, awards: plan.awards.filter(({ supplier }) => supplier !== 'S6') });
  expect(await yard(idle)).toContain('S6 is listed as a member but has no award');
});

test('the first period of a member is that of its earliest work, its roles are each named once', async () => {
  const shop = weldingShop({
    demand: ['BOOM', 'JIB', 'MAST'].map((item) => [item, '2026-Q2', 4] as const),
    routing: ['BOOM', 'JIB', 'MAST'].map((item) => [item, 'welding', 1] as const),
  });
  const production = [
    ['S1', 'BOOM', '2026-Q2', 4],
    ['S1', 'JIB', '2026-Q1', 4],
  ] as const;
  const decision = { production, standby: [['S1', 'MAST']] as const };
  const told = (change: Partial<MemberRow>) => messagesOf(members, shop, decision, row('S1', change));
  expect(await told({ firstPeriod: '2026-Q1', roles: ['source', 'standby'] })).toEqual([]);
  expect(await told({ firstPeriod: '2026-Q2' })).toEqual(['first period of S1 is 2026-Q2, expected 2026-Q1']);
  expect(await told({ roles: ['standby', 'source'] })).toEqual([
    'roles of S1 is standby, source, expected source, standby',
  ]);
});

test('where nothing is spent nobody has a share of it', async () => {
  const idle = { standby: [['S1', 'BOOM']] as const };
  const told = (share: number) => messagesOf(members, weldingShop(), idle, row('S1', { spend: 0, share }));
  expect(await told(0)).toEqual([]);
  expect(await told(1)).toEqual(['share of the spend on S1 is 1, expected 0']);
});
