import { periodIndex } from './domain/calendar.ts';
import type { Scenario } from './domain/scenario.ts';
import type { CapacityRow } from './domain/supplier.ts';
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

/** Hours of a process that a supplier offers in period t; 0 where it states none, and outside 1..T. */
export function capacityOf(
  scenario: Pick<Scenario, 'capacity' | 'calendar'>,
): (supplier: string, process: string, t: PeriodIndex) => Hours {
  const table = capacityTable(scenario);
  return (supplier, process, t) => table.get(supplier)?.get(process)?.[t] ?? 0;
}
