import { periodsPerYear } from '../../scenarios/domain/calendar.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { entry } from './entry.ts';
import { periodsIn, rulesOf, suppliersIn } from './scope.ts';
import { tighter } from './slack.ts';
import { earnings } from './spend.ts';
import { exceeds } from './tolerance.ts';
import { contrast } from './wording.ts';

/**
 * For each member in scope and calendar year: earned ≤ max · (other turnover + earned), earned being what it makes in the periods of that year that are
 * planned and in scope, at unit cost, and the other turnover that of as many periods. Slack: the least of max − earned ÷ (other turnover + earned).
 */
export const dependencyCap: Check = {
  name: 'dependency-cap',
  check(context) {
    const faults: Fault[] = [];
    const slack = new Map<string, number | null>();
    for (const { id, max, scope } of rulesOf(context.stated.scenario, 'dependency-cap')) {
      const [from, to] = periodsIn(scope, context.stated);
      const periods = new Map<string, number>();
      for (let t = from; t <= to; t++) {
        const year = context.stated.label(t).slice(0, 4);
        periods.set(year, entry(periods, year, () => 0) + 1);
      }
      const inScope = suppliersIn(scope, context.stated);
      let least: number | null = null;
      for (const supplier of context.view.awardsOfSupplier.keys()) {
        if (!inScope.has(supplier)) continue;
        const earnings = earnedByYear(context, supplier, [from, to]);
        for (const [year, count] of periods) {
          const turnover = context.stated.suppliers.get(supplier)?.turnover ?? 0;
          const other = (turnover * count) / periodsPerYear(context.stated.scenario.calendar.period);
          const earned = earnings.get(year) ?? 0;
          const all = other + earned;
          least = tighter(least, max - (all > 0 ? earned / all : 0));
          if (!exceeds(earned, max * all, all)) continue;
          const [found, expected] = contrast(earned, max * all);
          const message = `${supplier} earns € ${found} in ${year}, at most € ${expected} of its turnover`;
          faults.push({ rule: id, supplier, message, found: earned, expected: max * all });
        }
      }
      slack.set(id, least);
    }
    return { faults, slack };
  },
};

/** What a supplier makes from … to in euro, by calendar year. */
function earnedByYear(
  { stated, view }: CheckContext,
  supplier: string,
  [from, to]: readonly [number, number],
): ReadonlyMap<string, number> {
  const euro = new Map<string, number>();
  for (const { item } of view.awardsOfSupplier.get(supplier) ?? []) {
    const units = view.volumeOf(supplier, item)?.units;
    const earned = units && earnings(stated.pairOf(supplier, item), units);
    for (let t = from; earned && t <= to; t++) {
      const year = stated.label(t).slice(0, 4);
      euro.set(year, (euro.get(year) ?? 0) + earned(t));
    }
  }
  return euro;
}
