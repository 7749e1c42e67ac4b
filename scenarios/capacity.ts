import { periodIndex } from './domain/calendar.ts';
import type { Scenario } from './domain/scenario.ts';
import type { CapacityRow, ExpansionOption } from './domain/supplier.ts';
import type { Hours, PeriodIndex } from './domain/units.ts';

/** By supplier, then process: hours offered in period t = 1..T, at index t. */
export type CapacityTable = ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;

/**
 * Hours per period of every supplier and process with a row. A row holds from its period on (without one from the first) until the
 * next row of the same supplier and process.
 */
export function capacityTable({ capacity, calendar }: Pick<Scenario, 'capacity' | 'calendar'>): CapacityTable {
  const from = (row: CapacityRow): PeriodIndex =>
    row.period === undefined ? 1 : Math.max(1, periodIndex(calendar, row.period) ?? 1);
  const table = new Map<string, Map<string, Float64Array>>();
  for (const row of [...capacity].sort((a, b) => from(a) - from(b))) {
    const processes = table.get(row.supplier) ?? new Map<string, Float64Array>();
    const hours = processes.get(row.process) ?? new Float64Array(calendar.periods + 1);
    table.set(row.supplier, processes.set(row.process, hours.fill(row.hoursPerPeriod, from(row))));
  }
  return table;
}

/** The first period in which an expansion has hours: one bought in t with a lead time of n periods counts from t + n on. */
export const inPlaceFrom = ({ leadTime }: Pick<ExpansionOption, 'leadTime'>, bought: PeriodIndex): PeriodIndex =>
  bought + leadTime;

/** The capacity with every expansion bought in the first period as often as it may be: the most hours there can ever be. */
export function reachableTable(scenario: Pick<Scenario, 'capacity' | 'calendar' | 'expansions'>): CapacityTable {
  const table = new Map([...capacityTable(scenario)].map(([supplier, own]) => [supplier, new Map(own)]));
  for (const option of scenario.expansions) {
    const more = option.hoursPerPeriod * option.maximum;
    const processes = table.get(option.supplier) ?? new Map<string, Float64Array>();
    const hours = processes.get(option.process) ?? new Float64Array(scenario.calendar.periods + 1);
    for (let t = inPlaceFrom(option, 1); t < hours.length; t++) hours[t]! += more;
    table.set(option.supplier, processes.set(option.process, hours));
  }
  return table;
}

/** Hours of a process at a supplier in a period; 0 where there are none, and outside 1..T. */
export type HoursOf = (supplier: string, process: string, t: PeriodIndex) => Hours;

const looked =
  (table: CapacityTable): HoursOf =>
  (supplier, process, t) =>
    table.get(supplier)?.get(process)?.[t] ?? 0;

/** Hours of a process that a supplier offers in period t, without expansions. */
export const capacityOf = (scenario: Pick<Scenario, 'capacity' | 'calendar'>): HoursOf =>
  looked(capacityTable(scenario));

/** The same with every expansion that can be there: {@link reachableTable}. */
export const reachableCapacityOf = (scenario: Pick<Scenario, 'capacity' | 'calendar' | 'expansions'>): HoursOf =>
  looked(reachableTable(scenario));
