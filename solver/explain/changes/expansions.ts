import { inPlaceFrom } from '../../../scenarios/capacity.ts';
import { type Calendar, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Change } from '../../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { ExpansionOption } from '../../../scenarios/domain/supplier.ts';
import { counted, listed } from '../../diagnosis/wording.ts';

type Stated = Pick<Scenario, 'expansions' | 'calendar'>;

/** An option of the scenario may be bought once more over the horizon, at its stated capex. */
export function expandOnceMore({ expansions, calendar }: Stated, at: number, items: readonly string[]): Change {
  const option = expansions[at]!;
  const value = option.maximum + 1;
  const hours = `${option.hoursPerPeriod} h a ${calendar.period} ${fromWhen(calendar, option)}`;
  return {
    words: `one more ${named(option, items)} (up to ${value} instead of ${option.maximum}; ${hours})`,
    patch: [{ op: 'replace', path: `/expansions/${at}/maximum`, value }],
  };
}

/** An option of the scenario has its hours sooner by so many periods, at its stated capex. */
export function expandSooner(
  { expansions, calendar }: Stated,
  at: number,
  items: readonly string[],
  periods: number,
): Change {
  const option = expansions[at]!;
  const value = Math.max(0, option.leadTime - periods);
  const waits = `a lead time of ${counted(value, calendar.period)} instead of ${option.leadTime}`;
  return {
    words: `${named(option, items)} can work ${fromWhen(calendar, { leadTime: value })} (${waits})`,
    patch: [{ op: 'replace', path: `/expansions/${at}/leadTime`, value }],
  };
}

/** `robot for welding of BOOM at S1` */
const named = ({ supplier, process, option }: ExpansionOption, items: readonly string[]): string =>
  `${option} for ${process}${items.length === 0 ? '' : ` of ${listed(items)}`} at ${supplier}`;

/** From the first period in which one that is bought at once has hours; none of the horizon where it comes too late. */
function fromWhen(calendar: Calendar, option: Pick<ExpansionOption, 'leadTime'>): string {
  const first = inPlaceFrom(option, 1);
  return first > calendar.periods ? 'after the last period' : `from ${periodLabel(calendar, first)} on`;
}
