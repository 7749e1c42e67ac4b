import type { Check, Fault } from './check.ts';
import { figureFault } from './faults.ts';

/**
 * Under `pastDue: pipeline` the plan lists what full demand would have needed before period 1, by item and period, phantoms left out;
 * under `first-period` nothing.
 */
export const pastDue: Check = {
  name: 'past-due',
  check({ stated, plan }) {
    const key = (item: string, period: string) => `${item} in ${period}`;
    const open = new Map(stated.pastDue.map((need) => [key(need.item, stated.label(need.period)), need]));
    const faults: Fault[] = [];
    for (const { item, period, quantity } of plan.pastDue) {
      const name = key(item, period);
      faults.push(
        ...figureFault({ item, period }, `past due need of ${name}`, quantity, open.get(name)?.quantity ?? 0),
      );
      open.delete(name);
    }
    for (const [name, { item, period, quantity }] of open) {
      const subject = { item, period: stated.label(period) };
      faults.push(...figureFault(subject, `past due need of ${name}`, 0, quantity));
    }
    return { faults };
  },
};
