import type { Check, CheckContext, Fault } from './check.ts';
import { figureFault } from './faults.ts';

/**
 * Where less than required is delivered in 1..T there is a row with required − delivered, and with at least one cause in words; no row
 * elsewhere. A period that catches up on backlog misses nothing itself.
 */
export const shortfallRows: Check = {
  name: 'shortfall-rows',
  check(context) {
    const { plan } = context;
    const missing = missingUnits(context);
    const faults: Fault[] = [];
    for (const { item, period, quantity, causes } of plan.shortfall) {
      const own = missing.get(item);
      faults.push(
        ...figureFault({ item, period }, `shortfall of ${item} in ${period}`, quantity, own?.get(period) ?? 0),
      );
      own?.delete(period);
      if (causes.length > 0 && causes.every((cause) => cause.trim() !== '')) continue;
      faults.push({ item, period, message: `the shortfall of ${item} in ${period} names no cause` });
    }
    for (const [item, open] of missing) {
      for (const [period, quantity] of open) {
        faults.push(...figureFault({ item, period }, `shortfall of ${item} in ${period}`, 0, quantity));
      }
    }
    return { faults };
  },
};

function missingUnits({ stated, view }: CheckContext): Map<string, Map<string, number>> {
  return new Map(
    stated.demand.map(({ item, required }) => {
      const open = new Map<string, number>();
      const delivered = view.deliveredOf(item);
      for (let t = 1; t <= stated.horizon; t++) {
        const missing = required[t]! - (delivered?.[t] ?? 0);
        if (missing > 0) open.set(stated.label(t), missing);
      }
      return [item, open];
    }),
  );
}
