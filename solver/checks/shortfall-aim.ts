import type { Check, CheckContext } from './check.ts';
import { figureFault } from './faults.ts';

/**
 * The value of the aim `shortfall`, over 1..T+L: Σ weight · (D − delivered) with lost backlog, Σ weight · backlog with carried
 * backlog, so that a unit counts once for each period in which it is late.
 */
export const shortfallAim: Check = {
  name: 'shortfall-aim',
  check(context) {
    const expected = weightedShortfall(context);
    const aims = context.plan.aims.filter(({ aim }) => aim === 'shortfall');
    return { faults: aims.flatMap(({ value }) => figureFault({}, 'value of the aim shortfall', value, expected)) };
  },
};

function weightedShortfall({ stated, view }: CheckContext): number {
  const carried = stated.scenario.policy.backlog === 'carried';
  let weighted = 0;
  for (const { item, weight, required } of stated.demand) {
    const delivered = view.deliveredOf(item);
    let late = 0;
    for (let t = 1; t < required.length; t++) {
      const missing = required[t]! - (delivered?.[t] ?? 0);
      late = carried ? late + missing : missing;
      weighted += weight * late;
    }
  }
  return weighted;
}
