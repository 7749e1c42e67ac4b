import type { Scenario } from '../domain/scenario.ts';
import type { Supplier } from '../domain/supplier.ts';
import type { Euro, Hours, PeriodIndex, Periods, Units } from '../domain/units.ts';
import { asFlags, type PeriodSet } from './period-set.ts';
import { breaksOf, NO_BREAKS, type PriceBreak } from './price-breaks.ts';
import type { PriceProblems } from './price-problems.ts';
import type { Ask, Candidate, Standing } from './standing.ts';
import type { Tender } from './tender.ts';
import { hourlyRates, type ProcessHours, quotedHours, quotedPrice, type RateOf } from './unit-cost.ts';

/** A supplier that can be awarded an item, and on what terms. */
export interface EligiblePair {
  readonly supplier: string;
  readonly item: string;
  /** First period that onboarding, qualification, clearance and certificates allow. */
  readonly ready: PeriodIndex;
  /**
   * Periods from the start of onboarding, qualification, clearance and certificates to obtain until the longest of them is over: whoever
   * starts in period τ has its first output in τ + lead at the earliest.
   */
  readonly lead: Periods;
  /** By period t = 1..T whether the pair can produce; index 0 is false. Pairs share these arrays. */
  readonly available: readonly boolean[];
  /** For one unit, set-up included. Pairs share these arrays. */
  readonly hours: readonly { readonly process: string; readonly hours: Hours }[];
  /** Euro for one unit: as quoted, else hours at the supplier's rates plus material. With breaks: for those before the first. */
  readonly unitCost: Euro;
  /** What units beyond a quantity over the horizon cost instead, ascending; mostly none. */
  readonly breaks: readonly PriceBreak[];
  /** Once, if awarded. */
  readonly qualificationCost: Euro;
  /** Certificates of certificates.csv that an award has the supplier obtain, sorted. */
  readonly obtain: readonly string[];
  /** The pair produces today. */
  readonly incumbent: boolean;
  /** Over the horizon; null: no quote limits it. */
  readonly maximumQuantity: Units | null;
  /** Least units of a period with any; 0: no quote asks for one. */
  readonly minimumOrder: Units;
}

/** The pair of an eligible candidate; undefined where its hours or price cannot be told, which is reported. */
export type PairOf = (tender: Tender, ask: Ask, candidate: Candidate, standing: Standing) => EligiblePair | undefined;

const NOTHING: readonly string[] = [];

/** Pairs with the hours, price and certificates to obtain of each. */
export function pairsOf(scenario: Scenario, problems: PriceProblems): PairOf {
  const rateOf = hourlyRates(scenario.capacity);
  const flags = sharedFlags(scenario.calendar.periods);
  return (tender, ask, candidate, standing) => {
    const { quote, priceBreaks, incumbent, supplier } = candidate;
    const { item, steps } = tender.work;
    const hours = quote ? quotedHours(steps, quote) : tender.hours;
    if (typeof hours === 'string') return problems.quote(quote!, hours);
    const price = quote ? quotedPrice(quote, scenario.costs.currencies) : pricedByHours(hours, supplier, rateOf);
    if (quote && price === undefined) return problems.currency(quote);
    if (price === undefined) return problems.rate(supplier, unpriced(hours, supplier, rateOf), item.item);
    return {
      supplier: supplier.supplier,
      item: item.item,
      ready: standing.ready,
      lead: standing.lead,
      available: flags(standing.available),
      hours,
      unitCost: quote ? price : price + item.materialCost,
      breaks: quote ? breaksOf(priceBreaks, quote, scenario.costs) : NO_BREAKS,
      qualificationCost: incumbent?.qualified ? 0 : (quote?.qualificationCost ?? 0),
      obtain: toObtain(ask, candidate.number),
      incumbent: incumbent !== undefined,
      maximumQuantity: quote?.maximumQuantity ?? null,
      minimumOrder: quote?.minimumOrder ?? 0,
    };
  };
}

/** Σ hours × rate; undefined where a rate is missing. */
function pricedByHours(hours: readonly ProcessHours[], supplier: Supplier, rateOf: RateOf): Euro | undefined {
  let price: Euro = 0;
  for (const each of hours) {
    const rate = rateOf(supplier, each.process);
    if (rate === undefined) return undefined;
    price += each.hours * rate;
  }
  return price;
}

const unpriced = (hours: readonly ProcessHours[], supplier: Supplier, rateOf: RateOf): readonly string[] =>
  hours.map(({ process }) => process).filter((process) => rateOf(supplier, process) === undefined);

/** Under the name that the supplier's row has: it may be of a higher class than the one required. */
function toObtain(ask: Ask, number: number): readonly string[] {
  let obtain = NOTHING;
  for (const standings of ask.certificates) {
    const { basis, row } = standings[number]!;
    if (basis === 'obtain' && row && !obtain.includes(row.certificate)) obtain = [...obtain, row.certificate].sort();
  }
  return obtain;
}

/** One array per set of periods: there are few sets and very many pairs. */
function sharedFlags(last: Periods): (periods: PeriodSet) => readonly boolean[] {
  const known = new Map<PeriodSet, readonly boolean[]>();
  return (periods) => {
    const flags = known.get(periods) ?? asFlags(periods, last);
    known.set(periods, flags);
    return flags;
  };
}
