import type { HoursWithoutOption, TightExplanation } from '../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';

/** Of the hours that are worth more, those for which the scenario states no machine, shift or other expansion: each once, the dearest first. */
export function hoursWithoutOption(
  { expansions }: Pick<Scenario, 'expansions'>,
  { hours }: TightExplanation,
): readonly HoursWithoutOption[] {
  const found = new Map<string, HoursWithoutOption>();
  for (const { supplier, process } of hours) {
    const isStated = expansions.some((option) => option.supplier === supplier && option.process === process);
    if (!isStated) found.set(JSON.stringify([supplier, process]), { supplier, process });
  }
  return [...found.values()];
}
