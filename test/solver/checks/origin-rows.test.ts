import { expect, test } from 'vitest';
import { originRows } from '../../../solver/checks/origin-rows.ts';
import { planFor } from '../../support/plan-builder.ts';
import { weldingShop, welds } from './judge.ts';

test('the cost of a boom by origin, with the bolts that go into it', async () => {
  const shop = weldingShop({
    bom: [['BOOM', 'BOLT', 5]],
    items: [{ item: 'BOOM' }, { item: 'BOLT', unitValue: 100, origin: 'US' }],
    suppliers: [
      { supplier: 'S1', country: 'NL' },
      { supplier: 'S2', country: 'DE' },
    ],
  });
  // Twenty booms at 500 euro, fifteen of them Dutch, and a hundred bolts.
  expect(originRows(shop, await planFor(shop, welds([10, 5], [0, 5])))).toEqual([
    { item: 'BOLT', origin: 'US', ownValue: 10_000, ownPerUnit: 100, perUnit: 100, share: 1 },
    { item: 'BOOM', origin: 'DE', ownValue: 2500, ownPerUnit: 125, perUnit: 125, share: 0.125 },
    { item: 'BOOM', origin: 'NL', ownValue: 7500, ownPerUnit: 375, perUnit: 375, share: 0.375 },
    { item: 'BOOM', origin: 'US', ownValue: 0, ownPerUnit: 0, perUnit: 500, share: 0.5 },
  ]);
});
