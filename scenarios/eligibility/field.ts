import { reachableTable } from '../capacity.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { CertificateRow, Incumbent, Quote, Supplier } from '../domain/supplier.ts';
import type { Periods } from '../domain/units.ts';
import { grouped } from '../grouped.ts';
import { type CertificateBook, certificateBook } from './certificates.ts';
import { type Exclusion, exclusions } from './exclusion.ts';
import { type PeriodSet, periodsWhere } from './period-set.ts';
import { isBreak } from './price-breaks.ts';
import { onboardedSuppliers } from './readiness.ts';

/** A supplier without a row for a process, where others have the periods in which they offer hours. */
export const NOT_OFFERED: PeriodSet = -1;

/** The field of suppliers, by number, arranged so that a pair is judged without searching. */
export interface Field {
  readonly calendar: Calendar;
  readonly last: Periods;
  readonly suppliers: readonly Supplier[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Periods with hours > 0 of a process, those of expansions among them, by supplier number. */
  offered(process: string): Float64Array;
  /** 1: already works in the chain. */
  readonly onboarded: Uint8Array;
  readonly certificates: CertificateBook;
  readonly certificatesOf: ReadonlyMap<string, readonly CertificateRow[]>;
  readonly exclusions: readonly Exclusion[];
  /** By item, then supplier. */
  readonly quotes: ReadonlyMap<string, ReadonlyMap<string, Quote>>;
  /** Rows that only say what further units cost, by item, then supplier. */
  readonly priceBreaks: ReadonlyMap<string, ReadonlyMap<string, readonly Quote[]>>;
  readonly incumbents: ReadonlyMap<string, ReadonlyMap<string, Incumbent>>;
}

const byItemAndSupplier = <Row extends { readonly item: string; readonly supplier: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, ReadonlyMap<string, Row>> =>
  new Map(
    [...grouped(rows, (row) => row.item)].map(([item, own]) => [item, new Map(own.map((row) => [row.supplier, row]))]),
  );

/** Arranges the supply side of a scenario. */
export function fieldOf(scenario: Scenario): Field {
  const { calendar, suppliers } = scenario;
  const names = suppliers.map((supplier) => supplier.supplier);
  const numberOf = new Map(names.map((name, number) => [name, number]));
  const onboarded = onboardedSuppliers(scenario.incumbents);
  const offered = offeredByProcess(scenario, names);
  const nowhere = new Float64Array(names.length).fill(NOT_OFFERED);
  return {
    calendar,
    last: calendar.periods,
    suppliers,
    numberOf,
    offered: (process) => offered.get(process) ?? nowhere,
    onboarded: Uint8Array.from(names, (name) => (onboarded.has(name) ? 1 : 0)),
    certificates: certificateBook(scenario.certificates, calendar, names),
    certificatesOf: grouped(scenario.certificates, (row) => row.supplier),
    exclusions: exclusions(scenario.rules, suppliers),
    quotes: byItemAndSupplier(scenario.quotes.filter((quote) => !isBreak(quote))),
    priceBreaks: new Map(
      [...grouped(scenario.quotes.filter(isBreak), ({ item }) => item)].map(([item, own]) => [
        item,
        grouped(own, ({ supplier }) => supplier),
      ]),
    ),
    incumbents: byItemAndSupplier(scenario.incumbents),
  };
}

function offeredByProcess(scenario: Scenario, names: readonly string[]): ReadonlyMap<string, Float64Array> {
  const table = reachableTable(scenario);
  const offered = new Map<string, Float64Array>();
  for (const [number, name] of names.entries()) {
    for (const [process, hours] of table.get(name) ?? []) {
      const periods = offered.get(process) ?? new Float64Array(names.length).fill(NOT_OFFERED);
      periods[number] = periodsWhere(scenario.calendar.periods, (t) => hours[t]! > 0);
      offered.set(process, periods);
    }
  }
  return offered;
}
