import { periodIndex, periodsPerYear } from '../../../scenarios/domain/calendar.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { SheetVolume } from '../../../scenarios/domain/supplier-sheet.ts';
import type { Euro, Periods } from '../../../scenarios/domain/units.ts';

const DAYS_PER_YEAR = 365;

/** What a firm has out at the end of a period. */
export interface Outstanding {
  readonly receivable: Euro;
  readonly workInProgress: Euro;
}

/** A lead time of an item, 0 where none is known. */
type LeadTimeOf = (item: string) => Periods;

/**
 * At the end of each period t = 1..T (index 0 is the first): what is delivered and not paid for yet, and what is in work.
 *
 *   receivable[t] = Σ_{k ≥ 0} revenue[t−k]·min(1, max(0, term − k)),  term = paymentTermDays ÷ days of a period
 *   workInProgress[t] = Σ_w Σ_{t < τ ≤ t + leadTime[w]} price[w]·x[w,τ]
 *
 * as deliveries are spread evenly over a period and what is completed in τ is in work for its lead time before.
 */
export function outstandingOf(
  { calendar, costs }: Pick<Scenario, 'calendar' | 'costs'>,
  volumes: readonly SheetVolume[],
  leadTimeOf: LeadTimeOf,
): readonly Outstanding[] {
  const term = costs.paymentTermDays / (DAYS_PER_YEAR / periodsPerYear(calendar.period));
  const rows = volumes.map(({ item, period, revenue }) => ({
    at: periodIndex(calendar, period)!,
    revenue,
    inWork: leadTimeOf(item),
  }));
  return Array.from({ length: calendar.periods }, (_, index) => {
    const t = index + 1;
    let [receivable, workInProgress] = [0, 0];
    for (const { at, revenue, inWork } of rows) {
      if (at <= t) receivable += revenue * Math.min(1, Math.max(0, term - (t - at)));
      else if (at <= t + inWork) workInProgress += revenue;
    }
    return { receivable, workInProgress };
  });
}
