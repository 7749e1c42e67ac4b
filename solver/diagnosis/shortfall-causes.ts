import { periodLabel } from '../../scenarios/domain/calendar.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { Quantities } from '../answer/quantities.ts';
import { crowdedOut, type Lacking } from './crowded-out.ts';
import { expansionWords } from './expansion-words.ts';
import { noneEligible } from './ineligible.ts';
import type { ScarceItem } from './scarce-items.ts';
import {
  awardLimit,
  exhaustedProcess,
  focusOn,
  NONE,
  NOT_AWARDED,
  type SourceLimit,
  volumeLimit,
} from './source-limits.ts';
import { listed } from './wording.ts';

/**
 * In business words, the packages that hold back a demand in period t. First those that no source could make in time. Else, where
 * `scarce` is known, the packages of which more alone would lessen the shortfall in t or later, the weightiest first. Else those of
 * which nothing is left on stock when they are due and of which no awarded source could have made more then, with what each source came
 * up against: its hours, the end of its quote, or a stated rule; a package with a ready source that no rule shuts out is told only
 * where no other holds the demand back. After them the spare parts that are delivered with what a product lacks.
 */
export function shortfallCauses(
  quantities: Quantities,
  demand: number,
  t: number,
  scarce: readonly ScarceItem[] = [],
): readonly string[] {
  const { problem } = quantities;
  const dues = problem.packages.flatMap(({ item }) =>
    duePeriods(quantities, item.item, demand, t).map((due) => ({ item: item.item, due })),
  );
  const never = dues.flatMap(({ item, due }) => neverMade(quantities, item, due) ?? []);
  const held = scarce.filter(({ item, from }) => dues.some((entry) => entry.item === item && from <= entry.due));
  if (never.length > 0) return [...new Set(never)];
  const crowded = (items: readonly Lacking[]) => crowdedOut(quantities, demand, items);
  if (held.length > 0) {
    const scarceItems = new Set(held.map(({ item }) => item));
    return [...new Set(held.map(({ words }) => words)), ...crowded(dues.filter(({ item }) => scarceItems.has(item)))];
  }
  const causes = dues.flatMap(({ item, due }) => causeOf(quantities, item, due) ?? []);
  const certain = causes.filter(({ open }) => !open);
  const told = certain.length > 0 ? certain : causes;
  if (told.length > 0) return [...told.map(({ words }) => words), ...crowded(told)];
  return ['no single item: limits of earlier periods and the stated rules together hold it back'];
}

function duePeriods({ problem }: Quantities, item: string, demand: number, at: number): readonly number[] {
  const due: number[] = [];
  for (let t = 1; t <= problem.horizon; t++) {
    if (problem.needs(item, t).some((term) => term.kind === 'delivery' && term.of === demand && term.at === at))
      due.push(t);
  }
  return due;
}

interface Cause extends Lacking {
  readonly words: string;
  /** True: a ready source with hours left has no award although no rule forbids it. */
  readonly open: boolean;
}

/** True when some of the item is left at the end of the period, so that the item does not hold anything back in it. */
function isLeft({ problem, stock }: Quantities, item: string, due: number): boolean {
  const stocked = problem.stocked.findIndex((entry) => entry.item === item);
  return stocked >= 0 && stock[stocked]![due]! > NONE;
}

/** That no source can make an item by the period in which it is due, and none is left. */
function neverMade(quantities: Quantities, item: string, due: number): string | undefined {
  const { problem } = quantities;
  if (isLeft(quantities, item, due)) return undefined;
  const { calendar } = problem.scenario;
  const eligible = problem.pairsOf.get(item) ?? [];
  if (eligible.length === 0) return `${item}: ${noneEligible(problem, item)}`;
  const first = Math.min(...eligible.map((pair) => problem.pairs[pair]!.available.indexOf(true)));
  if (first <= due) return undefined;
  return `${item}: needed in ${periodLabel(calendar, due)}, no source is ready before ${periodLabel(calendar, first)}`;
}

function causeOf(quantities: Quantities, item: string, due: number): Cause | undefined {
  const { problem, awarded } = quantities;
  if (isLeft(quantities, item, due)) return undefined;
  const period = periodLabel(problem.scenario.calendar, due);
  const eligible = problem.pairsOf.get(item) ?? [];
  const ready = eligible.filter((pair) => problem.pairs[pair]!.available[due]);
  const focus = focusOn(problem, item);
  const limits = ready.flatMap((pair): { pair: number; limit: SourceLimit | undefined }[] => {
    const process = exhaustedProcess(quantities, pair, due);
    if (!awarded[pair]) {
      return process === undefined ? [{ pair, limit: awardLimit(quantities, focus, pair) ?? NOT_AWARDED }] : [];
    }
    if (process === undefined) return [{ pair, limit: volumeLimit(quantities, focus, pair, due) }];
    const expanded = expansionWords(quantities, problem.pairs[pair]!.supplier, process, due);
    return [{ pair, limit: usedUp(process, period, expanded) }];
  });
  if (limits.some(({ limit }) => limit === undefined)) return undefined;
  const none = ready.some((pair) => awarded[pair]) ? [] : [`no awarded source is ready in ${period}`];
  const alike = grouped(limits, ({ limit }) => limit!.kind);
  const told = [...alike.values()].map((same) =>
    same[0]!.limit!.say(listed(same.map(({ pair }) => problem.pairs[pair]!.supplier))),
  );
  const open = limits.some(({ limit }) => limit === NOT_AWARDED);
  return { item, due, words: `${item}: ${[...none, ...told].join('; ')}`, open };
}

const usedUp = (process: string, period: string, expanded: string): SourceLimit => ({
  kind: `hours of ${process}${expanded}`,
  say: (firms) => `${process} is used up in ${period} at ${firms}${expanded}`,
});
