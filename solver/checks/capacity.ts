import type { Check, CheckContext, Fault } from './check.ts';
import { entry } from './entry.ts';
import { expandedHours } from './expansion.ts';
import { learnedHours } from './learning.ts';
import { exceeds } from './tolerance.ts';
import { contrast } from './wording.ts';

/** For each supplier s, process p and period t: Σ_w h[s,w,p,t] · x[s,w,t] ≤ cap[s,p,t] + hours of the expansions in place. */
export const capacity: Check = {
  name: 'capacity',
  check(context) {
    const { stated } = context;
    const faults: Fault[] = [];
    const expanded = expandedHours(context);
    for (const [supplier, processes] of hoursWorked(context)) {
      for (const [process, hours] of processes) {
        for (let t = 1; t <= stated.horizon; t++) {
          const available = stated.capacity(supplier, process, t) + (expanded.get(supplier)?.get(process)?.[t] ?? 0);
          if (!exceeds(hours[t]!, available)) continue;
          const period = stated.label(t);
          const [found, expected] = contrast(hours[t]!, available, 1);
          const message = `${supplier} works ${found} h of ${process} in ${period}, ${expected} h available`;
          faults.push({ supplier, period, message, found: hours[t]!, expected: available });
        }
      }
    }
    return { faults };
  },
};

/** By supplier, then process: hours at index t = 1..T. What an ineligible pair makes has no known hours. */
function hoursWorked({ stated, view }: CheckContext): Map<string, Map<string, Float64Array>> {
  const worked = new Map<string, Map<string, Float64Array>>();
  const learned = learnedHours({ stated, view });
  for (const { supplier, item, units } of view.volumes) {
    for (const { process, hours } of stated.pairOf(supplier, item)?.hours ?? []) {
      const own = entry(worked, supplier, () => new Map<string, Float64Array>());
      const sum = entry(own, process, () => new Float64Array(stated.horizon + 1));
      for (let t = 1; t < sum.length; t++) sum[t]! += hours * learned(supplier, item, t) * units[t]!;
    }
  }
  return worked;
}
