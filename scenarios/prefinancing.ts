import { periodsPerYear } from './domain/calendar.ts';
import type { Scenario } from './domain/scenario.ts';

const DAYS_PER_YEAR = 365;

/** True where pre-financing is planned: a payment term is stated, or a budget speaks of it. */
export const plansPrefinancing = ({ costs, rules }: Pick<Scenario, 'costs' | 'rules'>): boolean =>
  costs.paymentTermDays > 0 || rules.some((rule) => rule.rule === 'budget' && rule.of.includes('prefinancing'));

/**
 * What part of the spend of a period is not paid for yet at the end of it, of the next period, and so on: a term of 60 days leaves two
 * thirds of a quarter's spend open at its end; one of 120 days all of it, and a third at the end of the next.
 */
export function openParts({ costs, calendar }: Pick<Scenario, 'costs' | 'calendar'>): readonly number[] {
  const days = DAYS_PER_YEAR / periodsPerYear(calendar.period);
  const parts: number[] = [];
  for (let left = costs.paymentTermDays; left > 0; left -= days) parts.push(Math.min(1, left / days));
  return parts;
}
