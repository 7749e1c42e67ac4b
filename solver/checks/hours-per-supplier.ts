import type { CheckContext } from './check.ts';
import { entry } from './entry.ts';
import { learnedHours } from './learning.ts';

/** Hours of all processes that each supplier works, index t = 1..T. What an ineligible pair makes has no known hours. */
export function hoursPerSupplier({ stated, view }: Pick<CheckContext, 'stated' | 'view'>): Map<string, Float64Array> {
  const worked = new Map<string, Float64Array>();
  const learned = learnedHours({ stated, view });
  for (const { supplier, item, units } of view.volumes) {
    const perUnit = (stated.pairOf(supplier, item)?.hours ?? []).reduce((sum, { hours }) => sum + hours, 0);
    const own = entry(worked, supplier, () => new Float64Array(stated.horizon + 1));
    for (let t = 1; t < own.length; t++) own[t]! += perUnit * learned(supplier, item, t) * units[t]!;
  }
  return worked;
}
