import type { Check, Fault } from './check.ts';
import { rulesOf } from './scope.ts';
import { eachPortion, shareFault } from './shares.ts';
import { tighter } from './slack.ts';
import { exceeds } from './tolerance.ts';

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
      const cap = { id: rule.id, words: 'at most', share: rule.max } as const;
      let least: number | null = null;
      eachPortion(context, rule, (...portion) => {
        const [, , made, required] = portion;
        if (exceeds(made, rule.max * required, required)) faults.push(shareFault(context, cap, ...portion));
        if (required > 0) least = tighter(least, rule.max - made / required);
      });
      slack.set(rule.id, least);
    }
    return { faults, slack };
  },
};
