import type { Check, Fault } from './check.ts';
import { hoursPerSupplier } from './hours-per-supplier.ts';
import { periodsIn, rulesOf, suppliersIn } from './scope.ts';
import { tighter } from './slack.ts';
import { exceeds } from './tolerance.ts';
import { contrast, figure } from './wording.ts';

/**
 * After the first period in which a supplier in scope works: hours[t] ≤ (1 + growth)·hours[t − 1] + plus for each t in scope, growth being
 * its own rampRate, else the rule's max. A millionth of an hour is no work. Slack in hours, the least over suppliers and periods.
 */
export const rampRate: Check = {
  name: 'ramp-rate',
  check(context) {
    const { stated } = context;
    const worked = hoursPerSupplier(context);
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const { id: rule, max, plus, scope } of rulesOf(stated.scenario, 'ramp-rate')) {
      const [from, to] = periodsIn(scope, stated);
      let least: number | null = null;
      for (const supplier of suppliersIn(scope, stated)) {
        const hours = worked.get(supplier);
        const first = hours?.findIndex((own) => exceeds(own, 0)) ?? -1;
        if (!hours || first < 0) continue;
        const growth = stated.suppliers.get(supplier)?.rampRate ?? max;
        for (let t = Math.max(from, first + 1); t <= to; t++) {
          const [before, now] = [hours[t - 1]!, hours[t]!];
          const most = (1 + growth) * before + plus;
          least = tighter(least, most - now);
          if (!exceeds(now, most, Math.max(now, most))) continue;
          const period = stated.label(t);
          const [found, expected] = contrast(now, most, 1);
          const grown = `${figure(before)} h in ${stated.label(t - 1)}`;
          const message = `${supplier} works ${found} h in ${period} after ${grown}, at most ${expected} h`;
          faults.push({ rule, supplier, period, message, found: now, expected: most });
        }
      }
      slack.set(rule, least);
    }
    return { faults, slack };
  },
};
