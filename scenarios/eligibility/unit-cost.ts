import { type RoutingStep, stepHours } from '../domain/item.ts';
import type { CapacityRow, Quote, Supplier } from '../domain/supplier.ts';
import type { Euro, Hours } from '../domain/units.ts';

/** Working hours of one process for one unit. */
export interface ProcessHours {
  readonly process: string;
  readonly hours: Hours;
}

/** Hours for one unit by process: hoursPerUnit + setupHours ÷ lotSize, steps of one process added up. */
export function routedHours(steps: readonly RoutingStep[]): readonly ProcessHours[] {
  const hours = new Map<string, Hours>();
  for (const step of steps) hours.set(step.process, (hours.get(step.process) ?? 0) + stepHours(step));
  return [...hours].map(([process, each]) => ({ process, hours: each }));
}

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
  const processes = new Set(steps.map((step) => step.process));
  if (quote.process !== undefined && !processes.has(quote.process)) return 'process-not-in-routing';
  const { hoursPerUnit } = quote;
  if (hoursPerUnit === undefined) return routedHours(steps);
  if (quote.process === undefined && processes.size > 1) return 'process-not-stated';
  const process = quote.process ?? steps[0]!.process;
  const first = steps.findIndex((step) => step.process === process);
  // Where a process has several steps the quote states them all together.
  const replaced = steps.map((step, at) =>
    step.process === process ? { ...step, hoursPerUnit: at === first ? hoursPerUnit : 0 } : step,
  );
  return routedHours(replaced);
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
