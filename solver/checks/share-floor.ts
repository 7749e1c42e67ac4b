import type { Check, Fault } from './check.ts';
import { rulesOf } from './scope.ts';
import { eachPortion, shareFault } from './shares.ts';
import { tighter } from './slack.ts';
import { fallsShort } from './tolerance.ts';

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
      const floor = { id: rule.id, words: 'at least', share: rule.min } as const;
      let least: number | null = null;
      eachPortion(context, rule, (...portion) => {
        const [supplier, item, made, required, period] = portion;
        if (period !== undefined && !stated.pairOf(supplier, item)?.available[period]) return;
        if (fallsShort(made, rule.min * required, required)) faults.push(shareFault(context, floor, ...portion));
        if (required > 0) least = tighter(least, made / required - rule.min);
      });
      slack.set(rule.id, least);
    }
    return { faults, slack };
  },
};
