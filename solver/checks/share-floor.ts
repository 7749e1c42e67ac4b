import type { Check, CheckContext, Fault } from './check.ts';
import { rulesOf } from './scope.ts';
import { inPeriod, type Portion, portions } from './shares.ts';
import { tighter } from './slack.ts';
import { fallsShort } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * For each awarded pair in scope: Σ_t x[s,w,t] ≥ min · Σ_t Req[w,t] over the periods in scope; with `per: period` in each of
 * them in which the pair is available. Slack: the least of share − min, where something is required.
 */
export const shareFloor: Check = {
  name: 'share-floor',
  check(context) {
    const { stated } = context;
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const rule of rulesOf(stated.scenario, 'share-floor')) {
      let least: number | null = null;
      for (const portion of portions(context, rule)) {
        const { supplier, item, made, required, period } = portion;
        if (period !== undefined && !stated.pairOf(supplier, item)?.available[period]) continue;
        if (fallsShort(made, rule.min * required, required))
          faults.push(floorFault(context, rule.id, portion, rule.min));
        if (required > 0) least = tighter(least, made / required - rule.min);
      }
      slack.set(rule.id, least);
    }
    return { faults, slack };
  },
};

function floorFault(context: CheckContext, rule: string, portion: Portion, min: number): Fault {
  const { supplier, item, made, required, period } = portion;
  const [found, expected] = contrast(made, min * required);
  const message = `${supplier} makes ${found} ${item}${inPeriod(context, period)}, at least ${expected} of the ${required} required`;
  const subject = { rule, supplier, item, ...(period !== undefined && { period: context.stated.label(period) }) };
  return { ...subject, message, found: made, expected: min * required };
}
