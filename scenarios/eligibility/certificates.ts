import { type Calendar, lastDay } from '../domain/calendar.ts';
import { certificatesCovering } from '../domain/certificate-catalogue.ts';
import type { CertificateRow } from '../domain/supplier.ts';
import type { PeriodIndex, Periods } from '../domain/units.ts';
import { grouped } from '../grouped.ts';
import { inEither, type PeriodSet, periodsWhere } from './period-set.ts';

/**
 * How a supplier stands with one certificate that an item of certain processes requires.
 *
 * - `firm`: a held or in-progress row counts in some period; an obtainable row beside it is not used.
 * - `obtain`: no firm row counts in any period, and the plan can have it obtained.
 * - `lapsed`: there are firm rows, and none counts in any period.
 * - `missing`: there is no row, or none for these processes.
 */
export interface CertificateStanding {
  readonly basis: 'firm' | 'obtain' | 'lapsed' | 'missing';
  /** The row relied on, or the one that lapsed. */
  readonly row?: CertificateRow;
  /** Periods until it is valid for the first time; 0 when held. */
  readonly leadTime: Periods;
  /** When it counts. */
  readonly periods: PeriodSet;
}

const MISSING: CertificateStanding = { basis: 'missing', leadTime: 0, periods: 0 };

/** Valid on the last day of period t; what is renewable does not end. */
function counts(row: CertificateRow, t: PeriodIndex, day: string): boolean {
  if (row.status !== 'held' && t <= row.leadTime) return false;
  return row.renewable || row.validUntil === undefined || row.validUntil >= day;
}

/** A certificate without a scope covers every process; else it counts for an item that needs at least one in its scope. */
export const inScope = (row: CertificateRow, processes: readonly string[]): boolean =>
  row.scope.length === 0 || row.scope.some((process) => processes.includes(process));

/** Standing by the rows that cover one wanted certificate, the certificate itself before a higher class of it. */
function standingOf(rows: readonly CertificateRow[], last: Periods, days: readonly string[]): CertificateStanding {
  const when = (row: CertificateRow): PeriodSet => periodsWhere(last, (t) => counts(row, t, days[t]!));
  const firm = rows.filter((row) => row.status !== 'obtainable').map((row) => ({ row, periods: when(row) }));
  const counting = firm.filter(({ periods }) => periods > 0);
  if (counting.length > 0) {
    const soonest = counting.reduce((a, b) => (leadTimeOf(b.row) < leadTimeOf(a.row) ? b : a)).row;
    const periods = counting.reduce((union, each) => inEither(union, each.periods), 0);
    return { basis: 'firm', row: soonest, leadTime: leadTimeOf(soonest), periods };
  }
  const obtainable = rows.find((row) => row.status === 'obtainable');
  if (obtainable) {
    return { basis: 'obtain', row: obtainable, leadTime: obtainable.leadTime, periods: when(obtainable) };
  }
  if (firm.length === 0) return MISSING;
  const row = firm.reduce((a, b) => (leadTimeOf(b.row) < leadTimeOf(a.row) ? b : a)).row;
  return { basis: 'lapsed', row, leadTime: leadTimeOf(row), periods: 0 };
}

const leadTimeOf = (row: CertificateRow): Periods => (row.status === 'held' ? 0 : row.leadTime);

/** Standings of all suppliers, by supplier number, with one certificate wanted for certain processes. */
export type CertificateBook = (wanted: string, processes: readonly string[]) => readonly CertificateStanding[];

/** Worked out once for each certificate and set of processes: packages share them, and most suppliers have no row at all. */
export function certificateBook(
  certificates: readonly CertificateRow[],
  calendar: Calendar,
  suppliers: readonly string[],
): CertificateBook {
  const last = calendar.periods;
  const days = Array.from({ length: last + 1 }, (_, t) => lastDay(calendar, t));
  const numberOf = new Map(suppliers.map((supplier, number) => [supplier, number]));
  const rowsOf = grouped(certificates, (row) => row.certificate);
  const known = new Map<string, readonly CertificateStanding[]>();
  return (wanted, processes) => {
    const key = JSON.stringify([wanted, ...processes]);
    const before = known.get(key);
    if (before) return before;
    const rows = certificatesCovering(wanted).flatMap((certificate) => rowsOf.get(certificate) ?? []);
    const standings = new Array<CertificateStanding>(suppliers.length).fill(MISSING);
    for (const [supplier, own] of grouped(rows, (row) => row.supplier)) {
      const number = numberOf.get(supplier);
      const fitting = own.filter((row) => inScope(row, processes));
      if (number !== undefined) standings[number] = standingOf(fitting, last, days);
    }
    known.set(key, standings);
    return standings;
  };
}
