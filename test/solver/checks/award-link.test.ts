import { expect, test } from 'vitest';
import { awardLink } from '../../../solver/checks/award-link.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

test('an awarded pair may make what it likes while it is available', async () => {
  expect(await faultsOf(awardLink, weldingShop(), welds([7, 5], [3, 5]))).toEqual([]);
});

test('work without an award is named', async () => {
  const found = await faultsOf(awardLink, weldingShop(), welds([7, 5], [3, 5]), (plan) => ({
    ...plan,
    awards: plan.awards.filter(({ supplier }) => supplier !== 'S2'),
  }));
  expect(found).toEqual([{ supplier: 'S2', item: 'BOOM', message: 'S2 makes 8 BOOM without an award' }]);
});

test('work before the readiness of a supplier is named, work from then on is not', async () => {
  const shop = weldingShop({ suppliers: [{ supplier: 'S2', hourlyRate: 40, onboardingPeriods: 1 }] });
  expect(await faultsOf(awardLink, shop, welds([10, 5], [0, 5]))).toEqual([]);
  expect(await faultsOf(awardLink, shop, welds([7, 5], [3, 5]))).toEqual([
    {
      supplier: 'S2',
      item: 'BOOM',
      period: '2026-Q1',
      message: 'S2 makes 3 BOOM in 2026-Q1, when it cannot (it can from 2026-Q2 to 2026-Q2)',
      found: 3,
      expected: 0,
    },
  ]);
});

test('a supplier whose certificate ends on the last day of 2026-Q1 makes nothing in 2026-Q2', async () => {
  const shop = (validUntil: string) =>
    weldingShop({
      items: [{ item: 'BOOM', certificates: ['AQAP 2110'] }],
      certificates: [{ supplier: 'S1', certificate: 'AQAP 2110', validUntil }],
    });
  expect(await messagesOf(awardLink, shop('2026-03-31'), welds([10, 0]))).toEqual([]);
  expect(await messagesOf(awardLink, shop('2026-03-31'), welds([10, 10]))).toEqual([
    'S1 makes 10 BOOM in 2026-Q2, when it cannot (it can from 2026-Q1 to 2026-Q1)',
  ]);
  expect(await messagesOf(awardLink, shop('2026-06-30'), welds([10, 10]))).toEqual([]);
});

test('a supplier that is not eligible makes nothing at all', async () => {
  const found = await messagesOf(awardLink, weldingShop(), welds([10, 10]), (plan) => ({
    ...plan,
    production: plan.production.map((row) => ({ ...row, supplier: 'S9' })),
  }));
  expect(found).toEqual(['S9 makes 20 BOOM without an award', 'S9 makes BOOM but is not eligible for it']);
});

test('a quote’s maximum quantity holds over the horizon', async () => {
  const shop = weldingShop({ quotes: [{ supplier: 'S1', item: 'BOOM', unitPrice: 500, maximumQuantity: 15 }] });
  expect(await messagesOf(awardLink, shop, welds([10, 5]))).toEqual([]);
  expect(await messagesOf(awardLink, shop, welds([10, 5.000014]))).toEqual([]);
  expect(await messagesOf(awardLink, shop, welds([10, 5.1]))).toEqual([
    'S1 makes 15.1 BOOM over the horizon, 15 quoted at most',
  ]);
});
