import { inPlaceFrom } from '../../scenarios/capacity.ts';
import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import type { Quantities } from '../answer/quantities.ts';
import { listed } from './wording.ts';

/**
 * Where the hours of a process at a supplier are used up in periods until t, what has become of its expansions:
 * `, with robot at its maximum of 2`, or nothing where it has none.
 */
export function expansionWords(
  { problem, bought }: Quantities,
  supplier: string,
  process: string,
  t: PeriodIndex,
): string {
  const words = problem.expansions.flatMap((own, index) => {
    if (own.supplier !== supplier || own.process !== process) return [];
    const count = bought[index]!.reduce((sum, each) => sum + each, 0);
    const first = inPlaceFrom(own, 1);
    if (first > t) return [`${own.option} not there before ${periodLabel(problem.scenario.calendar, first)}`];
    if (count >= own.maximum) return [`${own.option} at its maximum of ${own.maximum}`];
    return [`${own.option} bought ${count} of ${own.maximum} times`];
  });
  return words.length === 0 ? '' : `, with ${listed(words)}`;
}
