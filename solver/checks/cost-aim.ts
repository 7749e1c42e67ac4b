import type { Check } from './check.ts';
import { costOf } from './cost.ts';
import { moneyFault } from './faults.ts';

/** The value of the aim `cost` is the sum of all components of the cost, each recomputed. */
export const costAim: Check = {
  name: 'cost-aim',
  check(context) {
    const expected = Object.values(costOf(context)).reduce((sum, euro) => sum + euro, 0);
    const aims = context.plan.aims.filter(({ aim }) => aim === 'cost');
    return { faults: aims.flatMap(({ value }) => moneyFault({}, 'value of the aim cost', value, expected)) };
  },
};
