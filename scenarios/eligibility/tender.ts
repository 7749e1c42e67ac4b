import type { Quote } from '../domain/supplier.ts';
import type { WorkPackage } from '../work-packages.ts';
import type { Field } from './field.ts';
import { type Ask, askOf, type Candidate } from './standing.ts';
import { type ProcessHours, routedHours } from './unit-cost.ts';

/** One package before the field of suppliers: all that is the same for its candidates. */
export interface Tender {
  readonly work: WorkPackage;
  /** By the routing, for one unit. */
  readonly hours: readonly ProcessHours[];
  candidate(number: number): Candidate;
  /** An item without a routing is made in the process of each quote; any other asks the same of everyone. */
  askFor(quote: Quote | undefined): Ask;
}

/** Under `quoted`, and for an item without a routing, only who quotes can be awarded. */
export function tenderOf(field: Field, work: WorkPackage, mode: 'capability' | 'quoted'): Tender {
  const { item, steps } = work;
  const hours = routedHours(steps);
  const quotes = field.quotes.get(item.item);
  const breaks = field.priceBreaks.get(item.item);
  const incumbents = field.incumbents.get(item.item);
  const quotedOnly = mode === 'quoted' || steps.length === 0;
  const processes = hours.map(({ process }) => process);
  const routed = askOf(field, item, processes, quotedOnly);
  const byProcess = new Map<string, Ask>();
  return {
    work,
    hours,
    candidate: (number) => {
      const supplier = field.suppliers[number]!;
      const name = supplier.supplier;
      const priceBreaks = breaks?.get(name) ?? [];
      return { number, supplier, quote: quotes?.get(name), priceBreaks, incumbent: incumbents?.get(name) };
    },
    askFor: (quote) => {
      if (steps.length > 0 || quote?.process === undefined) return routed;
      const ask = byProcess.get(quote.process) ?? askOf(field, item, [quote.process], quotedOnly);
      byProcess.set(quote.process, ask);
      return ask;
    },
  };
}
