import { periodLabel } from '../../scenarios/domain/calendar.ts';
import { grouped } from '../../scenarios/grouped.ts';
import type { Quantities } from '../answer/quantities.ts';
import { awardLimit, exhaustedProcess, focusOn, NONE, type SourceLimit, volumeLimit } from './source-limits.ts';
import { listed } from './wording.ts';

/**
 * In business words, the packages that hold back a demand in period t: those of which nothing is left on stock in the period in which
 * they are due and of which no awarded source could have made more then; and for each source what it came up against: its hours, the
 * end of its quote, or a stated rule. A ready source without an award is told with the rule that shuts it out; a package with one that no
 * rule shuts out is told only where no other holds the demand back.
 */
export function shortfallCauses(quantities: Quantities, demand: number, t: number): readonly string[] {
  const { problem } = quantities;
  const causes = problem.packages.flatMap(({ item }) =>
    duePeriods(quantities, item.item, demand, t).flatMap((due) => causeOf(quantities, item.item, due) ?? []),
  );
  const certain = causes.filter(({ open }) => !open);
  const told = (certain.length > 0 ? certain : causes).map(({ words }) => words);
  if (told.length > 0) return told;
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

interface Cause {
  readonly words: string;
  /** True: a ready source with hours left has no award although no rule forbids it. */
  readonly open: boolean;
}

const certainly = (words: string): Cause => ({ words, open: false });

function causeOf(quantities: Quantities, item: string, due: number): Cause | undefined {
  const { problem, awarded, stock } = quantities;
  const stocked = problem.stocked.findIndex((entry) => entry.item === item);
  if (stocked >= 0 && stock[stocked]![due]! > NONE) return undefined;
  const { calendar } = problem.scenario;
  const period = periodLabel(calendar, due);
  const eligible = problem.pairsOf.get(item) ?? [];
  if (eligible.length === 0) return certainly(`${item}: no supplier is eligible`);
  const first = Math.min(...eligible.map((pair) => problem.pairs[pair]!.available.indexOf(true)));
  if (first > due) {
    return certainly(`${item}: needed in ${period}, no source is ready before ${periodLabel(calendar, first)}`);
  }
  const ready = eligible.filter((pair) => problem.pairs[pair]!.available[due]);
  const focus = focusOn(problem, item);
  const limits = ready.flatMap((pair): { pair: number; limit: SourceLimit | undefined }[] => {
    const process = exhaustedProcess(quantities, pair, due);
    if (!awarded[pair]) {
      return process === undefined ? [{ pair, limit: awardLimit(quantities, focus, pair) ?? NOT_AWARDED }] : [];
    }
    const limit = process === undefined ? volumeLimit(quantities, focus, pair, due) : usedUp(process, period);
    return [{ pair, limit }];
  });
  if (limits.some(({ limit }) => limit === undefined)) return undefined;
  const none = ready.some((pair) => awarded[pair]) ? [] : [`no awarded source is ready in ${period}`];
  const alike = grouped(limits, ({ limit }) => limit!.kind);
  const told = [...alike.values()].map((same) =>
    same[0]!.limit!.say(listed(same.map(({ pair }) => problem.pairs[pair]!.supplier))),
  );
  const open = limits.some(({ limit }) => limit === NOT_AWARDED);
  return { words: `${item}: ${[...none, ...told].join('; ')}`, open };
}

const usedUp = (process: string, period: string): SourceLimit => ({
  kind: `hours of ${process}`,
  say: (firms) => `${process} is used up in ${period} at ${firms}`,
});

/** No rule shuts the source out: a plan that is proven has no use for it, another may not have found it. */
const NOT_AWARDED: SourceLimit = {
  kind: 'not awarded',
  say: (firms) => `${firms} could make it, but the plan does not award it`,
};
