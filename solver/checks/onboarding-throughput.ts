import type { Check, Fault } from './check.ts';
import { timedOnboardings } from './onboarding.ts';
import { periodsIn, rulesOf, suppliersIn } from './scope.ts';
import { counted } from './wording.ts';

/** In each period in scope at most max members in scope start that need onboarding. Slack in starts; null where none needs it. */
export const onboardingThroughput: Check = {
  name: 'onboarding-throughput',
  check({ stated, view }) {
    const timed = timedOnboardings(stated);
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const { id: rule, max, scope } of rulesOf(stated.scenario, 'onboarding-throughput')) {
      const inScope = suppliersIn(scope, stated);
      const [from, to] = periodsIn(scope, stated);
      const members = [...view.awardsOfSupplier.keys()].filter((own) => inScope.has(own) && timed.has(own));
      const starts = new Float64Array(stated.horizon + 1);
      for (const supplier of members) starts[view.startOf(supplier)]! += 1;
      let most = 0;
      for (let t = from; t <= to; t++) {
        most = Math.max(most, starts[t]!);
        if (starts[t]! <= max) continue;
        const period = stated.label(t);
        const message = `${counted(starts[t]!, 'onboarding')} start in ${period}, at most ${max}`;
        faults.push({ rule, period, message, found: starts[t]!, expected: max });
      }
      slack.set(rule, members.length === 0 ? null : max - most);
    }
    return { faults, slack };
  },
};
