import type { PeriodIndex, Periods } from './units.ts';

/** The grain of planning: every period of a scenario is one month, quarter or year. */
export type Grain = 'month' | 'quarter' | 'year';

/** The periods that a scenario plans, e.g. twenty quarters from 2026-Q1. */
export interface Calendar {
  /** Label of the first period in the calendar's own grain: `2026`, `2026-Q1` or `2026-01`. */
  readonly start: string;
  readonly period: Grain;
  /** Number of periods T, 1 to 40. */
  readonly periods: Periods;
}

const MONTHS: Record<Grain, number> = { month: 1, quarter: 3, year: 12 };
const PATTERN: Record<Grain, RegExp> = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  year: /^(\d{4})$/,
};

/** How many periods of the grain make a year: 12, 4 or 1. */
export const periodsPerYear = (grain: Grain): number => 12 / MONTHS[grain];

/** Number of periods from year 0 to the labelled one, or undefined when the label is not of this grain. */
function ordinal(label: string, grain: Grain): number | undefined {
  const match = PATTERN[grain].exec(label);
  if (!match) return undefined;
  return Number(match[1]) * periodsPerYear(grain) + (match[2] ? Number(match[2]) - 1 : 0);
}

/** True when the label is a period of this grain, e.g. `2027-Q3` of `quarter`. */
export const isPeriodLabel = (label: string, grain: Grain): boolean => ordinal(label, grain) !== undefined;

/** Index of a labelled period (1 = the calendar's start; may lie outside 1..T), or undefined for another grain. */
export function periodIndex(calendar: Calendar, label: string): PeriodIndex | undefined {
  const start = ordinal(calendar.start, calendar.period);
  const at = ordinal(label, calendar.period);
  return start === undefined || at === undefined ? undefined : at - start + 1;
}

/** Label of a period by its index; indexes outside 1..T are labelled too. */
export function periodLabel(calendar: Calendar, index: PeriodIndex): string {
  const perYear = periodsPerYear(calendar.period);
  const at = (ordinal(calendar.start, calendar.period) ?? 0) + index - 1;
  const year = String(Math.floor(at / perYear)).padStart(4, '0');
  const part = at - Math.floor(at / perYear) * perYear + 1;
  if (calendar.period === 'quarter') return `${year}-Q${part}`;
  if (calendar.period === 'month') return `${year}-${String(part).padStart(2, '0')}`;
  return year;
}

/** The calendar years of periods `from` … `to`, each with its own periods among them. */
export function yearsOf(
  calendar: Calendar,
  from: PeriodIndex,
  to: number,
): readonly { readonly year: number; readonly from: PeriodIndex; readonly to: PeriodIndex }[] {
  const years: { year: number; from: PeriodIndex; to: PeriodIndex }[] = [];
  for (let t = from; t <= to; t++) {
    const year = Number(periodLabel(calendar, t).slice(0, 4));
    const last = years.at(-1);
    if (last?.year === year) last.to = t;
    else years.push({ year, from: t, to: t });
  }
  return years;
}

/** The last civil day of a period as an ISO date. What is valid or effective on that day counts for the period. */
export function lastDay(calendar: Calendar, index: PeriodIndex): string {
  const months = ((ordinal(calendar.start, calendar.period) ?? 0) + index) * MONTHS[calendar.period];
  return new Date(Date.UTC(Math.floor(months / 12), months % 12, 0)).toISOString().slice(0, 10);
}
