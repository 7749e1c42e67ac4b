import { expect, test } from 'vitest';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import { exclude } from '../../../solver/checks/exclude.ts';
import { boomsAndJibs, faultsOf, messagesOf, slackOf, weldingShop, welds } from './judge.ts';

const shop = weldingShop({
  ...boomsAndJibs,
  rules: [{ rule: 'exclude', id: 'no-booms', suppliers: ['S2'], scope: { items: ['BOOM'] } }],
});
const awardedTo = (supplier: string) => (plan: Plan) => ({
  ...plan,
  awards: plan.awards.map((row) => ({ ...row, supplier })),
});

test('an excluded supplier is not awarded the package', async () => {
  expect(await faultsOf(exclude, shop, welds([10, 0]))).toEqual([]);
  expect(await faultsOf(exclude, shop, welds([10, 0]), awardedTo('S2'))).toEqual([
    { rule: 'no-booms', supplier: 'S2', item: 'BOOM', message: 'S2 is awarded BOOM, but is excluded from it' },
  ]);
});

test('it may be awarded what is out of scope', async () => {
  const jibs = { production: [['S2', 'JIB', '2026-Q1', 1]] as const };
  expect(await messagesOf(exclude, shop, jibs)).toEqual([]);
  expect(await slackOf(exclude, shop, jibs)).toEqual({ 'no-booms': 0 });
});

test('each excluded supplier is named, and only for work in the process in scope', async () => {
  const both = (process: string) =>
    weldingShop({ rules: [{ rule: 'exclude', id: 'none', suppliers: ['S1', 'S2'], scope: { process } }] });
  const awarded = (plan: Plan) => ({
    ...plan,
    awards: ['S1', 'S2'].map((supplier) => {
      const figures = { role: 'source', share: 0.5, firstPeriod: null, qualificationCost: 0 } as const;
      return { supplier, item: 'BOOM', ...figures };
    }),
  });
  expect(await messagesOf(exclude, both('welding'), {}, awarded)).toEqual([
    'S1 is awarded BOOM, but is excluded from it',
    'S2 is awarded BOOM, but is excluded from it',
  ]);
  expect(await messagesOf(exclude, both('milling'), {}, awarded)).toEqual([]);
});
