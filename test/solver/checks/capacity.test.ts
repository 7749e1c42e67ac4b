import { expect, test } from 'vitest';
import { capacity } from '../../../solver/checks/capacity.ts';
import { faultsOf, messagesOf, weldingShop, welds } from './judge.ts';

test('forty booms of ten hours fill 400 hours of welding exactly', async () => {
  expect(await faultsOf(capacity, weldingShop(), welds([40, 40]))).toEqual([]);
});

test('a supplier that works 412 of 400 hours is named with both figures', async () => {
  expect(await faultsOf(capacity, weldingShop(), welds([40, 41.2]))).toEqual([
    {
      supplier: 'S1',
      period: '2026-Q2',
      message: 'S1 works 412.0 h of welding in 2026-Q2, 400.0 h available',
      found: 412,
      expected: 400,
    },
  ]);
});

test('a millionth of the capacity is forgiven, two millionths are not', async () => {
  expect(await faultsOf(capacity, weldingShop(), welds([40.000039, 0]))).toEqual([]);
  expect(await messagesOf(capacity, weldingShop(), welds([40.00008, 0]))).toEqual([
    'S1 works 400.0008 h of welding in 2026-Q1, 400.0000 h available',
  ]);
});

test('capacity that starts later or changes counts from its period on', async () => {
  const shop = weldingShop({
    capacity: [['S1', 'welding', 100], { supplier: 'S1', process: 'welding', hoursPerPeriod: 50, period: '2026-Q2' }],
  });
  expect(await messagesOf(capacity, shop, welds([10, 6]))).toEqual([
    'S1 works 60.0 h of welding in 2026-Q2, 50.0 h available',
  ]);
});

test('hours of several packages and their set-up add up in one process', async () => {
  const shop = weldingShop({
    demand: [
      ['BOOM', '2026-Q1', 10],
      ['JIB', '2026-Q1', 10],
    ],
    routing: [
      ['BOOM', 'welding', 10],
      { item: 'JIB', process: 'welding', hoursPerUnit: 4, setupHours: 10, lotSize: 10 },
    ],
    capacity: [['S1', 'welding', 150]],
  });
  const jibs = (units: number) => ({
    production: [...welds([10, 0]).production, ['S1', 'JIB', '2026-Q1', units] as const],
  });
  expect(await faultsOf(capacity, shop, jibs(10))).toEqual([]);
  expect(await messagesOf(capacity, shop, jibs(11))).toEqual([
    'S1 works 155.0 h of welding in 2026-Q1, 150.0 h available',
  ]);
});

test('a quote’s own hours replace those of the routing', async () => {
  const shop = weldingShop({ quotes: [{ supplier: 'S1', item: 'BOOM', unitPrice: 9, hoursPerUnit: 8 }] });
  expect(await faultsOf(capacity, shop, welds([50, 0]))).toEqual([]);
  expect(await faultsOf(capacity, shop, welds([51, 0]))).toHaveLength(1);
});

test('hours of each process and supplier count apart', async () => {
  const shop = weldingShop({
    routing: [
      ['BOOM', 'milling', 2],
      ['BOOM', 'welding', 10],
    ],
    capacity: [
      ['S1', 'milling', 19],
      ['S1', 'welding', 400],
      ['S2', 'milling', 100],
      ['S2', 'welding', 95],
    ],
  });
  expect(await messagesOf(capacity, shop, welds([10, 9], [10, 9]))).toEqual([
    'S1 works 20.0 h of milling in 2026-Q1, 19.0 h available',
    'S2 works 100.0 h of welding in 2026-Q1, 95.0 h available',
  ]);
});
