import { periodIndex } from '../../../scenarios/domain/calendar.ts';
import { type Item, securityCovers } from '../../../scenarios/domain/item.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { Quote, Supplier } from '../../../scenarios/domain/supplier.ts';
import { certified } from './certified.ts';
import { type PriceRow, readPrices } from './price-rows.ts';
import { add, divide, multiply, type Rational, rational, sum, ZERO } from './rational.ts';
import { sourceInScope } from './scope.ts';

/** A firm that can make an item in at least one period. */
export interface Source {
  readonly supplier: string;
  readonly item: string;
  /** available[t] for t = 1..T. */
  readonly available: readonly boolean[];
  /** Periods from the start of onboarding to the first output. */
  readonly lead: number;
  /** Where `available` is what a late start leaves: what it is for an early one. */
  readonly possible?: readonly boolean[];
  readonly hours: readonly { readonly process: string; readonly hours: Rational }[];
  readonly unitCost: Rational;
  /** The first is {@link unitCost}, from 0 units on. */
  readonly prices: readonly PriceRow[];
  readonly qualificationCost: Rational;
  /** Certificates that an award makes necessary to obtain. */
  readonly obtain: readonly string[];
  readonly maximum: Rational | null;
  /** Least units of a period with any; null: no quote asks for one. */
  readonly minimum: Rational | null;
}

/** Hours of a process that a supplier offers in a period: the row with the latest start. */
export function capacity(scenario: Scenario, supplier: string, process: string, period: number): Rational {
  const starts = scenario.capacity
    .filter((row) => row.supplier === supplier && row.process === process)
    .map((row) => ({ row, from: row.period === undefined ? 1 : periodIndex(scenario.calendar, row.period)! }))
    .filter(({ from }) => from <= period)
    .sort((a, b) => b.from - a.from);
  return starts[0] ? rational(starts[0].row.hoursPerPeriod) : ZERO;
}

/** True where a supplier has hours of a process in a period, or could have bought some by then. */
const canHaveHours = (scenario: Scenario, supplier: string, process: string, period: number): boolean =>
  capacity(scenario, supplier, process, period).n > 0n ||
  scenario.expansions.some(
    (option) =>
      option.supplier === supplier &&
      option.process === process &&
      option.hoursPerPeriod > 0 &&
      option.maximum > 0 &&
      option.leadTime < period,
  );

/** Hours of each process in one unit, the quote's own figure for its process; null where no process is known. */
function hoursPerUnit(scenario: Scenario, item: string, quote: Quote | undefined): Source['hours'] | null {
  const steps = scenario.routing.filter((step) => step.item === item);
  if (steps.length === 0) {
    if (quote?.process === undefined) return null;
    return [{ process: quote.process, hours: rational(quote.hoursPerUnit ?? 1) }];
  }
  return steps.map((step) => {
    const own = quote?.hoursPerUnit !== undefined && (quote.process ?? step.process) === step.process;
    const setup = divide(rational(step.setupHours), rational(step.lotSize));
    return { process: step.process, hours: add(rational(own ? quote.hoursPerUnit! : step.hoursPerUnit), setup) };
  });
}

/** True when the supplier produces something today as a qualified source: it needs no onboarding. */
export const isOnboarded = (scenario: Scenario, supplier: string): boolean =>
  scenario.incumbents.some((row) => row.supplier === supplier && row.qualified);

/** Periods before the pair can produce for reasons other than certificates; null where security cannot be granted. */
function waiting(scenario: Scenario, supplier: Supplier, item: Item, quote: Quote | undefined): number | null {
  const onboarding = isOnboarded(scenario, supplier.supplier) ? 0 : supplier.onboardingPeriods;
  const qualification = isQualified(scenario, supplier.supplier, item.item)
    ? 0
    : (quote?.qualificationPeriods ?? supplier.qualificationPeriods);
  const granted = supplier.securityLevel;
  if (item.securityLevel === undefined || (granted && securityCovers(granted, item.securityLevel))) {
    return Math.max(onboarding, qualification);
  }
  return supplier.securityPeriods === undefined ? null : Math.max(onboarding, qualification, supplier.securityPeriods);
}

const isQualified = (scenario: Scenario, supplier: string, item: string): boolean =>
  scenario.incumbents.some((row) => row.supplier === supplier && row.item === item && row.qualified);

function unitCost(
  scenario: Scenario,
  supplier: Supplier,
  item: Item,
  quote: Quote | undefined,
  hours: Source['hours'],
) {
  if (quote) {
    const rate = quote.currency === undefined ? 1 : (scenario.costs.currencies[quote.currency] ?? 1);
    return multiply(rational(quote.unitPrice), rational(rate));
  }
  const rateOf = (process: string): Rational => {
    const row = scenario.capacity.find((entry) => entry.supplier === supplier.supplier && entry.process === process);
    return rational((row?.hourlyRate ?? supplier.hourlyRate)!);
  };
  return sum([rational(item.materialCost), ...hours.map((step) => multiply(step.hours, rateOf(step.process)))]);
}

function source(scenario: Scenario, supplier: Supplier, item: Item): Source | null {
  const quote = scenario.quotes.find(
    (row) => row.supplier === supplier.supplier && row.item === item.item && !((row.fromQuantity ?? 0) > 0),
  );
  const hours = hoursPerUnit(scenario, item.item, quote);
  const wait = waiting(scenario, supplier, item, quote);
  if (hours === null || wait === null || (scenario.eligibility === 'quoted' && !quote)) return null;
  const processes = hours.map((step) => step.process);
  const certificates = item.certificates.map((name) => certified(scenario, supplier.supplier, name, processes));
  const ready = 1 + Math.max(wait, 0, ...certificates.map((certificate) => certificate.lead));
  const available = Array.from(
    { length: scenario.calendar.periods + 1 },
    (_, t) =>
      t >= ready &&
      certificates.every(({ valid }) => valid[t]) &&
      processes.every((process) => canHaveHours(scenario, supplier.supplier, process, t)),
  );
  if (!available.includes(true)) return null;
  const price = unitCost(scenario, supplier, item, quote, hours);
  return {
    supplier: supplier.supplier,
    item: item.item,
    available,
    lead: Math.max(wait, ...certificates.map(({ lead, obtain }) => (obtain.length > 0 ? lead : 0))),
    hours,
    ...{ unitCost: price, prices: readPrices(scenario, supplier.supplier, item.item, price) },
    qualificationCost: isQualified(scenario, supplier.supplier, item.item)
      ? ZERO
      : rational(quote?.qualificationCost ?? 0),
    obtain: certificates.flatMap((certificate) => certificate.obtain),
    maximum: quote?.maximumQuantity === undefined ? null : rational(quote.maximumQuantity),
    minimum: quote?.minimumOrder ? rational(quote.minimumOrder) : null,
  };
}

/** True when a rule excludes the supplier from the item; what a pair needs by its own quote counts as its process. */
const isExcluded = (scenario: Scenario, source: Source): boolean =>
  scenario.rules.some(
    (rule) =>
      rule.rule === 'exclude' && rule.suppliers.includes(source.supplier) && sourceInScope(scenario, rule, source),
  );

/** Every pair that may be awarded, by item, then supplier. */
export function readSources(scenario: Scenario, packages: readonly string[]): readonly Source[] {
  return packages.flatMap((name) => {
    const item = scenario.items.find((row) => row.item === name)!;
    return [...scenario.suppliers]
      .sort((a, b) => (a.supplier < b.supplier ? -1 : 1))
      .map((supplier) => source(scenario, supplier, item))
      .filter((found) => found !== null)
      .filter((found) => !isExcluded(scenario, found));
  });
}
