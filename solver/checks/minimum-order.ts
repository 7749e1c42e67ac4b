import type { Check, Fault } from './check.ts';
import { fallsShort, forgiven } from './tolerance.ts';
import { contrast } from './wording.ts';

/** A pair whose quote states a minimum order makes nothing or at least that in each period: x[s,w,t] = 0 or x[s,w,t] ≥ minimum[s,w]. */
export const minimumOrder: Check = {
  name: 'minimum-order',
  check({ stated, view }) {
    const faults: Fault[] = [];
    for (const { supplier, item, units } of view.volumes) {
      const quote = stated.scenario.quotes.find((row) => row.supplier === supplier && row.item === item);
      const least = quote?.minimumOrder ?? 0;
      for (let t = 1; least > 0 && t <= stated.horizon; t++) {
        const made = units[t]!;
        if (made <= forgiven(least) || !fallsShort(made, least)) continue;
        const period = stated.label(t);
        const [found, expected] = contrast(made, least);
        const message = `${supplier} makes ${found} ${item} in ${period}, quoted from ${expected} a period on`;
        faults.push({ supplier, item, period, message, found: made, expected: least });
      }
    }
    return { faults };
  },
};
