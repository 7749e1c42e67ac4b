import type { Check, Fault } from './check.ts';
import { rulesOf } from './scope.ts';
import { sourcesInScope } from './source-count.ts';
import { counted } from './wording.ts';

/**
 * Each work package with fewer eligible sources in scope than the min of a source-count rule that is not strict is reported once
 * for that rule as `too-few-sources`, without a supplier. Rows of other codes are remarks, not judged.
 */
export const reported: Check = {
  name: 'reported',
  check(context) {
    const expected = new Map<string, number>();
    for (const rule of rulesOf(context.stated.scenario, 'source-count')) {
      for (const { item, eligible } of rule.strict ? [] : sourcesInScope(context, rule)) {
        if (eligible < (rule.min ?? 0)) expected.set(item, (expected.get(item) ?? 0) + 1);
      }
    }
    const found = new Map<string, number>();
    const faults: Fault[] = [];
    for (const { code, item, supplier } of context.plan.reported) {
      if (code !== 'too-few-sources') continue;
      if (item !== null) found.set(item, (found.get(item) ?? 0) + 1);
      if (item !== null && supplier === null) continue;
      faults.push({ message: 'a row too-few-sources names a work package and no supplier' });
    }
    for (const item of new Set([...expected.keys(), ...found.keys()])) {
      const [is, due] = [found.get(item) ?? 0, expected.get(item) ?? 0];
      if (is === due) continue;
      const message = `${item} is reported ${counted(is, 'time')} as too-few-sources, expected ${counted(due, 'time')}`;
      faults.push({ item, message, found: is, expected: due });
    }
    return { faults };
  },
};
