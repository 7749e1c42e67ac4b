import type { Check, Fault } from './check.ts';
import { rulesOf, suppliersIn } from './scope.ts';
import { room } from './slack.ts';
import { counted } from './wording.ts';

/** min ≤ members in scope ≤ max, a member being a supplier with at least one award. Slack in members. */
export const memberCount: Check = {
  name: 'member-count',
  check({ stated, view }) {
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const { id, min, max, scope } of rulesOf(stated.scenario, 'member-count')) {
      const inScope = suppliersIn(scope, stated);
      const count = [...view.awardsOfSupplier.keys()].filter((supplier) => inScope.has(supplier)).length;
      if (count < (min ?? 0)) faults.push(countFault(id, count, min!, 'at least'));
      if (count > (max ?? count)) faults.push(countFault(id, count, max!, 'at most'));
      slack.set(id, room(count, min, max));
    }
    return { faults, slack };
  },
};

const countFault = (rule: string, found: number, expected: number, words: string): Fault => ({
  rule,
  message: `${counted(found, 'member')} in scope, ${words} ${expected}`,
  found,
  expected,
});
