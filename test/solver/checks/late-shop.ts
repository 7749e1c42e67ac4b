import type { Decision } from '../../support/plan-builder.ts';
import { weldingShop, welds } from './judge.ts';

/** Seven of ten booms in time, two late and one never; of forty pins on hand twenty-one are used at once and the rest next. */
export const lateShop = weldingShop({
  policy: { backlog: 'carried', pastDue: 'first-period' },
  costs: { holdingRate: 0.2 },
  bom: [['BOOM', 'PIN', 3]],
  items: [
    { item: 'BOOM', unitValue: 900 },
    { item: 'PIN', kind: 'buy', unitValue: 2, stock: 40 },
  ],
  rules: [{ rule: 'share-floor', id: 'a-fifth', min: 0.2, per: 'period' }],
});
/** By hand. */
export const lateDecision: Decision = {
  ...welds([5, 9], [2, 3]),
  delivered: [
    ['BOOM', '2026-Q1', 7],
    ['BOOM', '2026-Q2', 12],
  ],
  stock: [['PIN', '2026-Q1', 19]],
  // 57 pins needed, 40 on hand; 19 of them held for a quarter at 5 % of 2.
  bought: 17 * 2,
  holding: 19 * 0.1,
  // S2 makes 2 of the 10 booms required in 2026-Q1.
  slack: { 'a-fifth': 0 },
};
