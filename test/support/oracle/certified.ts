import { type Calendar, lastDay } from '../../../scenarios/domain/calendar.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import type { CertificateRow } from '../../../scenarios/domain/supplier.ts';

/** What a required certificate means for a pair. */
interface Certified {
  /** valid[t] for t = 1..T. */
  readonly valid: readonly boolean[];
  /** Certificates that have to be obtained for that. */
  readonly obtain: readonly string[];
  /** Periods to wait for them, or for one in progress. */
  readonly lead: number;
}

function countsIn(calendar: Calendar, row: CertificateRow, period: number): boolean {
  if (row.status !== 'held' && period <= row.leadTime) return false;
  return row.validUntil === undefined || row.renewable || lastDay(calendar, period) <= row.validUntil;
}

/** Execution class of an EN 1090-2 certificate, 1 to 4; null for any other. */
const executionClass = (certificate: string): number | null => {
  const match = /^(?:EN 1090(?:-2)? )?EXC([1-4])$/.exec(certificate);
  return match ? Number(match[1]) : null;
};

/** True when one certificate meets the want of another: the same one, or an execution class at least as high. */
function covers(certificate: string, wanted: string): boolean {
  const [has, wants] = [executionClass(certificate), executionClass(wanted)];
  return certificate === wanted || (has !== null && wants !== null && has >= wants);
}

/** Periods in which a required certificate counts, and what the supplier has to obtain for that. */
export function certified(
  scenario: Scenario,
  supplier: string,
  certificate: string,
  processes: readonly string[],
): Certified {
  const rows = scenario.certificates.filter(
    (row) =>
      row.supplier === supplier &&
      covers(row.certificate, certificate) &&
      (row.scope.length === 0 || row.scope.some((process) => processes.includes(process))),
  );
  const counts = (chosen: readonly CertificateRow[]): boolean[] =>
    Array.from(
      { length: scenario.calendar.periods + 1 },
      (_, t) => t > 0 && chosen.some((row) => countsIn(scenario.calendar, row, t)),
    );
  const present = rows.filter((row) => row.status !== 'obtainable');
  const without = counts(present);
  if (without.includes(true)) return { valid: without, obtain: [], lead: lead(present) };
  const obtainable = rows.filter((row) => row.status === 'obtainable');
  return { valid: counts(obtainable), obtain: obtainable.map((row) => row.certificate), lead: lead(obtainable) };
}

const lead = (rows: readonly CertificateRow[]): number =>
  Math.max(0, ...rows.filter((row) => row.status !== 'held').map((row) => row.leadTime));
