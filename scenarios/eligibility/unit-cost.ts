import { type RoutingStep, stepHours } from '../domain/item.ts';
import type { CapacityRow, Quote, Supplier } from '../domain/supplier.ts';
import type { Euro, Hours } from '../domain/units.ts';

/** Working hours of one process for one unit. */
export interface ProcessHours {
  readonly process: string;
  readonly hours: Hours;
}

/** Hours for one unit by process: hoursPerUnit + setupHours ÷ lotSize of its step, of which an item has one per process. */
export const routedHours = (steps: readonly RoutingStep[]): readonly ProcessHours[] =>
  steps.map((step) => ({ process: step.process, hours: stepHours(step) }));

/** Why a quote's hours cannot be placed. */
export type QuoteFault = 'process-not-stated' | 'process-not-in-routing';

/**
 * Hours for one unit at the supplier of a quote. Its hoursPerUnit replaces the one of its process (default: the only one); set-up
 * stays. An item without a routing is made in the quote's process, in one hour if none is quoted.
 */
export function quotedHours(steps: readonly RoutingStep[], quote: Quote): readonly ProcessHours[] | QuoteFault {
  if (steps.length === 0) {
    return quote.process === undefined
      ? 'process-not-stated'
      : [{ process: quote.process, hours: quote.hoursPerUnit ?? 1 }];
  }
  const only = steps.length === 1 ? steps[0]!.process : undefined;
  const process = quote.process ?? only;
  if (quote.process !== undefined && !steps.some((step) => step.process === process)) return 'process-not-in-routing';
  const { hoursPerUnit } = quote;
  if (hoursPerUnit === undefined) return routedHours(steps);
  if (process === undefined) return 'process-not-stated';
  return routedHours(steps.map((step) => (step.process === process ? { ...step, hoursPerUnit } : step)));
}

/** Euro for one hour of a process at a supplier; undefined where none is stated. */
export type RateOf = (supplier: Supplier, process: string) => Euro | undefined;

/** The rate of the supplier's capacity in the process, else the supplier's own. */
export function hourlyRates(capacity: readonly CapacityRow[]): RateOf {
  const rates = new Map<string, Map<string, Euro>>();
  for (const { supplier, process, hourlyRate } of capacity) {
    if (hourlyRate === undefined) continue;
    const own = rates.get(supplier) ?? new Map<string, Euro>();
    rates.set(supplier, own.set(process, own.get(process) ?? hourlyRate));
  }
  return (supplier, process) => rates.get(supplier.supplier)?.get(process) ?? supplier.hourlyRate;
}

/** A quoted price in euro; undefined where the currency has no rate. */
export function quotedPrice(quote: Quote, currencies: Readonly<Record<string, number>>): Euro | undefined {
  if (quote.currency === undefined || quote.currency === 'EUR') return quote.unitPrice;
  const rate = Object.hasOwn(currencies, quote.currency) ? currencies[quote.currency] : undefined;
  return rate === undefined ? undefined : quote.unitPrice * rate;
}
