import { capacityOf } from '../../scenarios/capacity.ts';
import { stepHours } from '../../scenarios/domain/item.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { EligiblePair } from '../../scenarios/eligibility.ts';
import type { WorkPackage } from '../../scenarios/work-packages.ts';

/** Hours of a process that are required by the end of a period, and that firms able to do some of that work have offered until then. */
export interface Margin {
  readonly process: string;
  readonly t: number;
  readonly required: number;
  readonly offered: number;
}

/**
 * Required against offered hours, cumulated from the first period (work may be done ahead), by process and period. A firm counts from
 * the period in which it is ready for its first item that takes the process: a bound from above on what can be done.
 */
export function hoursMargins(
  scenario: Scenario,
  packages: readonly WorkPackage[],
  pairs: readonly EligiblePair[],
): Margin[] {
  const capacity = capacityOf(scenario);
  const readyAt = new Map<string, Map<string, number>>();
  for (const pair of pairs)
    for (const { process } of pair.hours) {
      const firms = readyAt.get(process) ?? new Map<string, number>();
      readyAt.set(process, firms);
      const first = pair.available.indexOf(true);
      firms.set(pair.supplier, Math.min(first, firms.get(pair.supplier) ?? first));
    }
  return [...readyAt].flatMap(([process, firms]) => {
    let [required, offered] = [0, 0];
    return Array.from({ length: scenario.calendar.periods }, (_, at): Margin => {
      const t = at + 1;
      for (const work of packages)
        for (const step of work.steps) if (step.process === process) required += work.required[t]! * stepHours(step);
      for (const [firm, ready] of firms) if (ready <= t) offered += capacity(firm, process, t);
      return { process, t, required, offered };
    });
  });
}
