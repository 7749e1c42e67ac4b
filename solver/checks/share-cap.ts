import type { Check, CheckContext, Fault } from './check.ts';
import { rulesOf } from './scope.ts';
import { inPeriod, type Portion, portions } from './shares.ts';
import { tighter } from './slack.ts';
import { exceeds } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * For each awarded pair in scope: Σ_t x[s,w,t] ≤ max · Σ_t Req[w,t] over the periods in scope, or in each of them with
 * `per: period`. Slack: the least of max − share, where something is required.
 */
export const shareCap: Check = {
  name: 'share-cap',
  check(context) {
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const rule of rulesOf(context.stated.scenario, 'share-cap')) {
      let least: number | null = null;
      for (const portion of portions(context, rule)) {
        const { made, required } = portion;
        if (exceeds(made, rule.max * required, required)) faults.push(capFault(context, rule.id, portion, rule.max));
        if (required > 0) least = tighter(least, rule.max - made / required);
      }
      slack.set(rule.id, least);
    }
    return { faults, slack };
  },
};

function capFault(context: CheckContext, rule: string, portion: Portion, max: number): Fault {
  const { supplier, item, made, required, period } = portion;
  const [found, expected] = contrast(made, max * required);
  const message = `${supplier} makes ${found} ${item}${inPeriod(context, period)}, at most ${expected} of the ${required} required`;
  const subject = { rule, supplier, item, ...(period !== undefined && { period: context.stated.label(period) }) };
  return { ...subject, message, found: made, expected: max * required };
}
