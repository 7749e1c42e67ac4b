import type { Check, CheckContext, Fault } from './check.ts';
import { exceeds } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * Under `pastDue: pipeline`, for each item with components and t in 1..leadTime:
 *
 *   Σ_{τ ≤ t} completed[i,τ] ≤ Σ_{τ ≤ t} required[i,τ]
 *
 * since the components of what is completed in the first lead time were due before the start, and only full demand is on order.
 */
export const pipeline: Check = {
  name: 'pipeline',
  check(context) {
    const { scenario, required, items, structure, horizon } = context.stated;
    if (scenario.policy.pastDue !== 'pipeline') return { faults: [] };
    const faults: Fault[] = [];
    for (const { item, leadTime, kind } of items.values()) {
      const completed = context.flow.completed(item);
      if (!completed || kind === 'buy' || kind === 'phantom' || !structure.hasComponents(item)) continue;
      for (let t = 1; t <= Math.min(leadTime, horizon); t++) {
        const made = completed.sum(1, t);
        const ordered = required(item)?.sum(1, t) ?? 0;
        if (exceeds(made, ordered, ordered)) faults.push(pipelineFault(context, item, t, made, ordered));
      }
    }
    return { faults };
  },
};

function pipelineFault({ stated }: CheckContext, item: string, t: number, made: number, ordered: number): Fault {
  const [found, expected] = contrast(made, ordered);
  const period = stated.label(t);
  const message = `${found} ${item} are completed by ${period}, but components for ${expected} were ordered before the start`;
  return { item, period, message, found: made, expected: ordered };
}
