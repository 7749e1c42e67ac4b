import { periodLabel } from '../../scenarios/domain/calendar.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { hoursInPlace } from '../answer/expansions.ts';
import type { Quantities } from '../answer/quantities.ts';
import type { PlanningProblem } from '../problem.ts';
import { expansionWords } from './expansion-words.ts';
import type { Scarcity } from './scarcity.ts';
import { awardLimit, exhaustedProcess, focusOn, NOT_AWARDED, type SourceLimit, volumeLimit } from './source-limits.ts';
import { listed, periodsInWords } from './wording.ts';

/** An item of which more alone would lessen the shortfall, and why there is not. */
export interface ScarceItem {
  readonly item: string;
  /** First period in which it is scarce. */
  readonly from: number;
  readonly words: string;
  /** What one per cent more of what is scarce would take off the shortfall, to rank by. */
  readonly relief: number;
}

/** Hours of one process at one supplier in one period that are scarce. */
interface ScarceHours {
  readonly supplier: string;
  readonly process: string;
  readonly t: number;
  readonly dual: number;
}

/** The packages that are scarce in some period, the one whose relief takes off most first. */
export function scarceItems(quantities: Quantities, scarcity: Scarcity): readonly ScarceItem[] {
  const { problem } = quantities;
  return problem.packages
    .flatMap(({ item }) => scarceItem(quantities, scarcity, item.item) ?? [])
    .sort((left, right) => right.relief - left.relief);
}

function scarceItem(quantities: Quantities, scarcity: Scarcity, item: string): ScarceItem | undefined {
  const { problem, awarded } = quantities;
  const scarce = Array.from({ length: problem.horizon }, (_, at) => at + 1).filter((t) => scarcity.unit(item, t) > 0);
  const [from] = scarce;
  if (from === undefined) return undefined;
  const own = problem.pairsOf.get(item) ?? [];
  const hours = own.filter((pair) => awarded[pair]).flatMap((pair) => scarceHours(quantities, scarcity, pair));
  const focus = focusOn(problem, item);
  const others = own.flatMap((pair): { firm: string; limit: SourceLimit }[] => {
    const { supplier, available } = problem.pairs[pair]!;
    const open = scarce.filter((t) => available[t] && !hours.some((own) => own.supplier === supplier && own.t === t));
    const limit = awarded[pair]
      ? open.map((t) => volumeLimit(quantities, focus, pair, t)).find((found) => found !== undefined)
      : open.some((t) => exhaustedProcess(quantities, pair, t) === undefined)
        ? (awardLimit(quantities, focus, pair) ?? NOT_AWARDED)
        : undefined;
    return limit ? [{ firm: supplier, limit }] : [];
  });
  // A proven plan has no use for a further source: the item is then only tied with another that holds the demand back.
  if (others.some(({ limit }) => limit === NOT_AWARDED)) return undefined;
  const expanded = (supplier: string, process: string) => {
    const last = Math.max(
      ...hours.filter((one) => one.supplier === supplier && one.process === process).map(({ t }) => t),
    );
    return expansionWords(quantities, supplier, process, last);
  };
  const words = [
    ...[...grouped(hours, ({ supplier, process }) => process + expanded(supplier, process)).values()].map((same) =>
      usedUp(problem, same, expanded(same[0]!.supplier, same[0]!.process)),
    ),
    ...[...grouped(others, ({ limit }) => limit.kind).values()].map((same) =>
      same[0]!.limit.say(listed(same.map(({ firm }) => firm))),
    ),
  ];
  if (words.length === 0) return undefined;
  const relief = hours.reduce((sum, { supplier, process, t, dual }) => {
    return sum + dual * hoursInPlace(quantities, supplier, process, t);
  }, 0);
  return { item, from, words: `${item}: ${words.join('; ')}`, relief };
}

/** Hours that are scarce at the supplier of a pair while it makes the item. */
function scarceHours({ problem, produced }: Quantities, scarcity: Scarcity, pair: number): readonly ScarceHours[] {
  const { supplier, hours, available } = problem.pairs[pair]!;
  return hours.flatMap(({ process, hours: perUnit }) =>
    available.flatMap((ready, t) => {
      const dual = scarcity.hour(supplier, process, t);
      return ready && perUnit > 0 && dual > 0 && produced[pair]![t]! > 0 ? [{ supplier, process, t, dual }] : [];
    }),
  );
}

function usedUp(problem: PlanningProblem, hours: readonly ScarceHours[], expanded: string): string {
  const { calendar } = problem.scenario;
  const labels = Array.from({ length: problem.horizon }, (_, at) => periodLabel(calendar, at + 1));
  const when = periodsInWords(
    labels,
    labels.map((_, at) => hours.some(({ t }) => t === at + 1)),
  );
  const firms = listed([...new Set(hours.map(({ supplier }) => supplier))]);
  return `${hours[0]!.process} is used up ${when} at ${firms}${expanded}${gain(problem, hours)}`;
}

/** What an hour is worth: in units of the one product, where its shortfall is a count of units. */
function gain({ demands, scenario }: PlanningProblem, hours: readonly ScarceHours[]): string {
  const [only] = demands;
  if (demands.length !== 1 || scenario.policy.backlog === 'carried' || !(only!.weight > 0)) return '';
  const units = hours.map(({ dual }) => Number((dual / only!.weight).toPrecision(3)));
  const [least, most] = [Math.min(...units), Math.max(...units)];
  return ` (one hour more gives ${least < most ? 'up to ' : ''}${most} ${only!.item})`;
}
