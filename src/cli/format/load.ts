import type { ProcessLoad } from '../../services/measure-load.ts';
import { dimHeader, type Look, section } from './look.ts';
import { oneDecimal, whole } from './number.ts';
import { type Column, table } from './table.ts';
import { plain } from './text.ts';

const MOST = 8;

const COLUMNS: Column<ProcessLoad>[] = [
  { header: 'Process', cell: (row) => plain(row.process), least: 12 },
  { header: 'Firms', cell: (row) => whole(row.members), align: 'right' },
  { header: 'Hours used', cell: (row) => whole(row.used), align: 'right' },
  { header: 'Hours offered', cell: (row) => whole(row.offered), align: 'right' },
  { header: 'Used %', cell: (row) => oneDecimal((row.used / row.offered) * 100), align: 'right' },
  { header: 'Peak %', cell: (row) => oneDecimal(row.peak * 100), align: 'right' },
  { header: 'Peak in', cell: (row) => row.peakPeriod },
];

/** The processes in which the members are used most, by their peak. */
export function loadLines(load: readonly ProcessLoad[], look: Look): string[] {
  const rows = load.filter((row) => row.used > 0).slice(0, MOST);
  if (rows.length === 0) return [];
  const lines = dimHeader(table(COLUMNS, rows, look.width), look);
  return section("Tightest processes (members' capacity)", lines, look);
}
