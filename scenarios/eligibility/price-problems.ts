import type { InputProblem } from '../domain/input-problem.ts';
import type { CapacityRow, Quote, Supplier } from '../domain/supplier.ts';
import type { QuoteFault } from './unit-cost.ts';

/** Collects what keeps eligible pairs from having hours and a price; each report is undefined, the pair that cannot be made. */
export interface PriceProblems {
  quote(quote: Quote, fault: QuoteFault): undefined;
  currency(quote: Quote): undefined;
  rate(supplier: Supplier, processes: readonly string[], item: string): undefined;
  /** One problem per quote, and one per supplier and process however many items lack a price for it. */
  all(): readonly InputProblem[];
}

const faultMessage = (quote: Quote, fault: QuoteFault): string =>
  fault === 'process-not-stated'
    ? `the quote of ${quote.supplier} for ${quote.item} names no process, and the routing does not leave just one`
    : `the quote of ${quote.supplier} for ${quote.item} is for ${quote.process}, which is not in the item's routing`;

export function priceProblems(): PriceProblems {
  const problems: InputProblem[] = [];
  const withoutRate = new Map<string, { supplier: string; process: string; items: string[] }>();
  return {
    quote: (quote, fault) => {
      problems.push({ code: fault, file: 'quotes.csv', column: 'process', message: faultMessage(quote, fault) });
      return undefined;
    },
    currency: ({ supplier, item, currency }) => {
      const message = `the quote of ${supplier} for ${item} is in ${currency}, which has no rate in costs.currencies`;
      problems.push({ code: 'missing-currency-rate', file: 'quotes.csv', column: 'currency', message });
      return undefined;
    },
    rate: ({ supplier }, processes, item) => {
      for (const process of processes) {
        const key = JSON.stringify([supplier, process]);
        const before = withoutRate.get(key) ?? { supplier, process, items: [] };
        before.items.push(item);
        withoutRate.set(key, before);
      }
      return undefined;
    },
    all: () => [...problems, ...[...withoutRate.values()].map(missingPrice)],
  };
}

function missingPrice({
  supplier,
  process,
  items,
}: {
  supplier: string;
  process: string;
  items: string[];
}): InputProblem {
  const more = items.length > 1 ? ` and ${items.length - 1} more` : '';
  const message = `${supplier} can make ${items[0]}${more} but has no price: no quote and no hourlyRate for ${process}`;
  return { code: 'missing-price', file: 'suppliers.csv', column: 'hourlyRate', message };
}

/** The price of a pair does not depend on the period yet, so two rates for one supplier and process cannot both be used. */
export function changingRates(capacity: readonly CapacityRow[]): readonly InputProblem[] {
  const first = new Map<string, CapacityRow>();
  const changing = new Map<string, CapacityRow>();
  for (const row of capacity) {
    if (row.hourlyRate === undefined) continue;
    const key = JSON.stringify([row.supplier, row.process]);
    const before = first.get(key) ?? row;
    first.set(key, before);
    if (before.hourlyRate !== row.hourlyRate) changing.set(key, row);
  }
  return [...changing.values()].map(({ supplier, process }) => ({
    code: 'not-implemented',
    file: 'capacity.csv',
    column: 'hourlyRate',
    message: `${supplier} has more than one hourlyRate for ${process}; a rate that changes over time is not planned yet`,
  }));
}
