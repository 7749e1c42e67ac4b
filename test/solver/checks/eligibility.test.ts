import { expect, test } from 'vitest';
import { eligibility } from '../../../solver/checks/eligibility.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

test('awards of eligible pairs hold, a standby among them', async () => {
  const decision = { ...welds([10, 10]), standby: [['S2', 'BOOM']] as const };
  expect(await faultsOf(eligibility, weldingShop(), decision)).toEqual([]);
});

test('a standby without the certificate is not eligible, and why is said', async () => {
  const shop = weldingShop({
    items: [{ item: 'BOOM', certificates: ['AQAP 2110'] }],
    certificates: [{ supplier: 'S1', certificate: 'AQAP 2110' }],
  });
  const [found, ...more] = await faultsOf(eligibility, shop, welds([10, 10]), (plan) => ({
    ...plan,
    awards: [...plan.awards, { ...plan.awards[0]!, supplier: 'S2', role: 'standby' }],
  }));
  expect(found).toMatchObject({ supplier: 'S2', item: 'BOOM' });
  expect(found!.message).toMatch(/^S2 is awarded BOOM but is not eligible for it: .*AQAP 2110/);
  expect(more).toEqual([]);
});

test('an item that is no work package cannot be awarded', async () => {
  const shop = weldingShop({ items: [{ item: 'PLATE', kind: 'buy', unitValue: 4 }], bom: [['BOOM', 'PLATE', 2]] });
  const found = await messagesOf(eligibility, shop, welds([10, 10]), (plan) => ({
    ...plan,
    awards: plan.awards.map((row) => ({ ...row, item: 'PLATE' })),
  }));
  expect(found).toEqual(['S1 is awarded PLATE, which is not a work package']);
});
