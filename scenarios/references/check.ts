import { type Calendar, isPeriodLabel, periodIndex, periodLabel } from '../domain/calendar.ts';
import type { Rule } from '../domain/rule.ts';
import type { Draft } from '../wire/draft.ts';
import { shown } from '../wire/issue-problems.ts';
import { isExcelDay, meantPeriod } from '../wire/meant.ts';
import type { Place, Placed, Report } from '../wire/places.ts';
import type { Kind, Known } from './known.ts';

/** What every check of references works on. */
export interface Check {
  readonly draft: Draft;
  readonly rules: Placed<Rule>;
  readonly known: Known;
  /** undefined where the calendar itself is wrong: periods are then not checked. */
  readonly calendar: Calendar | undefined;
  readonly problem: Report;
  readonly warn: Report;
}

function sourceOf(kind: Kind, { tables }: Draft): string {
  if (kind === 'supplier') return 'a supplier of the table suppliers';
  if (kind === 'process') return 'a process of the tables routing or capacity';
  return tables.items.stated ? 'an item of the table items' : 'an item of the tables bom, routing or demand';
}

/** True when nothing goes by a name, though the tables that would define it could be read whole. */
export const isUnknown = ({ known }: Check, kind: Kind, name: string): boolean =>
  known[kind].whole && !known[kind].names.has(name);

/** Reports a name that nothing goes by, and in how many further rows it stands. */
export function reportUnknown(
  { known, draft, problem }: Check,
  kind: Kind,
  name: string,
  place: Place,
  more = 0,
): void {
  const near = known[kind].near(name);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  const expected = sourceOf(kind, draft) + hint;
  const rows = more === 0 ? '' : `, also in ${more} other row${more === 1 ? '' : 's'}`;
  problem({ ...place, code: 'unknown-reference', message: `unknown ${kind}${rows}`, found: shown(name), expected });
}

/** Reports a name that nothing goes by, unless the tables that would define it could not be read whole. */
export function checkName(check: Check, kind: Kind, name: string, place: () => Place): void {
  if (isUnknown(check, kind, name)) reportUnknown(check, kind, name, place());
}

const EXAMPLES = { month: 'a month like 2027-03', quarter: 'a quarter like 2027-Q3', year: 'a year like 2027' };

/** The problem of a label that is no period of the calendar's grain. */
function grainProblem(label: string, grain: Calendar['period'], place: Place) {
  const meant = meantPeriod(label, grain);
  const hint = meant === undefined ? '' : ` (did you mean ${meant}?)`;
  const excel = isExcelDay(label) ? ' (Excel has turned it into a number of days: format the column as Text)' : hint;
  const expected = EXAMPLES[grain] + excel;
  return { ...place, code: 'wrong-period', message: `not a ${grain}`, found: shown(label), expected };
}

/** Reports a period label of another grain or outside the horizon. */
export function checkPeriod({ calendar, problem }: Check, label: string, place: () => Place): void {
  if (calendar === undefined) return;
  const index = periodIndex(calendar, label);
  if (index === undefined) problem(grainProblem(label, calendar.period, place()));
  else if (index < 1 || index > calendar.periods) {
    const last: number = calendar.periods;
    const expected = `a period from ${calendar.start} to ${periodLabel(calendar, last)}`;
    problem({ ...place(), code: 'outside-horizon', message: 'outside the horizon', found: shown(label), expected });
  }
}

/** The calendar, if its start is a period of its own grain; otherwise the problem is reported. */
export function checkedCalendar({ blocks, places }: Draft, problem: Report): Calendar | undefined {
  const { calendar } = blocks;
  if (calendar === undefined || isPeriodLabel(calendar.start, calendar.period)) return calendar;
  problem(grainProblem(calendar.start, calendar.period, places.setting(['calendar', 'start'])));
  return undefined;
}

/** How a message refers to another row: its line, or its pointer in a document. */
export const spokenPlace = ({ line, pointer }: Place): string => (line === undefined ? `${pointer}` : `line ${line}`);
