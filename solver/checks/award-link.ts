import type { Check, CheckContext, Fault } from './check.ts';
import type { Volume } from './plan-view.ts';
import { exceeds } from './tolerance.ts';
import { figure } from './wording.ts';

/**
 * Work is made only by an awarded, eligible pair, in periods in which the pair is available (readiness, certificates,
 * capacity), and over the horizon at most the quote's maximumQuantity: Σ_t x[s,w,t] ≤ maximum[s,w].
 */
export const awardLink: Check = {
  name: 'award-link',
  check: (context) => ({ faults: context.view.volumes.flatMap((volume) => volumeFaults(context, volume)) }),
};

function volumeFaults({ stated, view }: CheckContext, { supplier, item, units, total }: Volume): Fault[] {
  const subject = { supplier, item };
  const faults: Fault[] = [];
  if (!view.awardOf(supplier, item)) {
    faults.push({ ...subject, message: `${supplier} makes ${figure(total)} ${item} without an award` });
  }
  const pair = stated.pairOf(supplier, item);
  if (!pair) return [...faults, { ...subject, message: `${supplier} makes ${item} but is not eligible for it` }];
  for (let t = 1; t <= stated.horizon; t++) {
    if (!(units[t]! > 0) || pair.available[t]) continue;
    const period = stated.label(t);
    const message = `${supplier} makes ${figure(units[t]!)} ${item} in ${period}, when it cannot (${when(stated, pair)})`;
    faults.push({ ...subject, period, message, found: units[t]!, expected: 0 });
  }
  const most = pair.maximumQuantity;
  if (most !== null && exceeds(total, most)) {
    const message = `${supplier} makes ${figure(total)} ${item} over the horizon, ${figure(most)} quoted at most`;
    faults.push({ ...subject, message, found: total, expected: most });
  }
  return faults;
}

function when(stated: CheckContext['stated'], pair: { readonly available: readonly boolean[] }): string {
  const first = pair.available.indexOf(true);
  const last = pair.available.lastIndexOf(true);
  return `it can from ${stated.label(first)} to ${stated.label(last)}`;
}
