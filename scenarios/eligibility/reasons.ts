import { periodLabel } from '../domain/calendar.ts';
import { certificatesCovering } from '../domain/certificate-catalogue.ts';
import type { CertificateRow } from '../domain/supplier.ts';
import type { Euro } from '../domain/units.ts';
import { type CertificateStanding, inScope } from './certificates.ts';
import { type Field, NOT_OFFERED } from './field.ts';
import { earliest, endsBefore, inBoth, type PeriodSet, periodsFrom } from './period-set.ts';
import { onboardingPeriods, qualificationPeriods } from './readiness.ts';
import { REASON_CODES, type Reason, type ReasonCode, reasonBit } from './reason.ts';
import { clearancePeriods } from './security.ts';
import type { Ask, Candidate, Standing } from './standing.ts';

/** A pair and its judgement. */
export interface Judged {
  readonly field: Field;
  readonly ask: Ask;
  readonly candidate: Candidate;
  readonly standing: Standing;
}

/** Every reason against a judged pair in words, in the order of {@link REASON_CODES}; none for an eligible pair. */
export const explain = (judged: Judged): readonly Reason[] =>
  REASON_CODES.filter((code) => (judged.standing.reasons & reasonBit(code)) !== 0).flatMap((code) =>
    MESSAGES[code](judged).map((message) => ({ code, message })),
  );

const label = ({ field }: Judged, t: number): string => periodLabel(field.calendar, t);
const firm = ({ candidate }: Judged): string => candidate.supplier.supplier;
const item = ({ ask }: Judged): string => ask.item.item;

/** "milling, turning and welding" */
const listed = (names: readonly string[], last: 'and' | 'or'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;

const MESSAGES: Record<ReasonCode, (judged: Judged) => readonly string[]> = {
  'not-quoted': (at) => [`${firm(at)} has not quoted ${item(at)}`],
  excluded: (at) =>
    at.ask.exclusions
      .filter(({ suppliers }) => suppliers.has(firm(at)))
      .map(({ rule }) => `${firm(at)} is excluded from ${item(at)} by rule ${rule.id}`),
  'process-missing': (at) => {
    const missing = at.ask.processes.filter((_, k) => at.ask.offered[k]![at.candidate.number] === NOT_OFFERED);
    return [`${firm(at)} does not offer ${listed(missing, 'or')}, which ${item(at)} needs`];
  },
  'no-capacity': (at) => [missingHours(at)],
  'certificate-missing': (at) =>
    standings(at)
      .filter(({ standing }) => standing.basis === 'missing')
      .map(({ certificate }) => missingCertificate(at, certificate)),
  'certificate-expired': expiredCertificates,
  security: (at) => [
    `${firm(at)} is not cleared for ${at.ask.item.securityLevel}, which ${item(at)} needs, and cannot be`,
  ],
  'too-late': (at) => [
    `${firm(at)} is first ready for ${item(at)} in ${label(at, at.standing.ready)} (${longestWait(at)}), after the last period ${label(at, at.field.last)}`,
  ],
};

/** Names the processes without any hours once the supplier is ready; where each has some, it has them at different times. */
function missingHours(at: Judged): string {
  const from = at.standing.ready > at.field.last ? 1 : at.standing.ready;
  const when = from === 1 ? 'in any period' : `from ${label(at, from)} on, when it is ready for ${item(at)}`;
  const periods = (k: number): PeriodSet => at.ask.offered[k]![at.candidate.number]!;
  const offered = at.ask.processes.filter((_, k) => periods(k) !== NOT_OFFERED);
  const idle = at.ask.processes.filter(
    (_, k) => periods(k) !== NOT_OFFERED && inBoth(periods(k), periodsFrom(from, at.field.last)) === 0,
  );
  if (idle.length > 0) return `${firm(at)} has no hours of ${listed(idle, 'or')} ${when}`;
  return `${firm(at)} does not have hours of ${listed(offered, 'and')} at the same time ${when}`;
}

const standings = ({ ask, candidate }: Judged): { certificate: string; standing: CertificateStanding }[] =>
  ask.item.certificates.map((certificate, k) => ({ certificate, standing: ask.certificates[k]![candidate.number]! }));

const rowsCovering = (at: Judged, certificate: string): readonly CertificateRow[] => {
  const covering = certificatesCovering(certificate);
  return (at.field.certificatesOf.get(firm(at)) ?? []).filter((row) => covering.includes(row.certificate));
};

function missingCertificate(at: Judged, certificate: string): string {
  const elsewhere = rowsCovering(at, certificate)[0];
  if (!elsewhere) return `${firm(at)} has no ${certificate} and cannot obtain it`;
  const needs = at.ask.processes.length > 0 ? listed(at.ask.processes, 'and') : 'no stated process';
  return `${firm(at)}'s ${elsewhere.certificate} covers only ${listed(elsewhere.scope, 'and')}, and ${item(at)} needs ${needs}`;
}

function expiredCertificates(at: Judged): readonly string[] {
  const present = standings(at).filter(
    ({ standing }) => standing.basis !== 'missing' && standing.leadTime < at.field.last,
  );
  const expired = present.filter(({ standing }) => inBoth(at.standing.open, standing.periods) === 0);
  if (expired.length === 0) {
    const names = listed(
      present.map(({ certificate }) => certificate),
      'and',
    );
    return [`${firm(at)}'s ${names} are never valid together in a period in which ${item(at)} can be made`];
  }
  const first = earliest(at.standing.open, at.field.last) ?? 1;
  return expired.map(({ certificate, standing }) => {
    const ends = rowsCovering(at, certificate)
      .filter((row) => inScope(row, at.ask.processes))
      .map((row) => row.validUntil ?? '')
      .sort()
      .at(-1);
    if (ends && endsBefore(standing.periods, at.standing.open)) {
      return `${firm(at)}'s ${certificate} ends on ${ends}, before ${item(at)} can first be made in ${label(at, first)}`;
    }
    return `${firm(at)}'s ${certificate} is not valid in any period in which ${item(at)} can be made`;
  });
}

/** What takes longest, e.g. `qualification takes 9 periods`. */
export function longestWait(at: Judged): string {
  const { supplier, number, quote, incumbent } = at.candidate;
  const waits: readonly (readonly [name: string, periods: number])[] = [
    ['onboarding', onboardingPeriods(supplier, at.field.onboarded[number] === 1)],
    ['qualification', qualificationPeriods(supplier, quote, incumbent)],
    [`clearance for ${at.ask.item.securityLevel}`, clearancePeriods(supplier, at.ask.item.securityLevel) ?? 0],
    ...standings(at).map(({ certificate, standing }) => [certificate, standing.leadTime] as const),
  ];
  const [name, periods] = waits.reduce((longest, wait) => (wait[1] > longest[1] ? wait : longest));
  return `${name} takes ${periods} ${periods === 1 ? 'period' : 'periods'}`;
}

const euro = (amount: Euro): string => `€ ${amount.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;

/** What has to happen before an eligible pair produces, e.g. `obtains ISO 3834-2 from 2026-Q3 at € 12,000`. */
export function conditionsOf(at: Judged): readonly string[] {
  const conditions = standings(at).flatMap(({ standing: { basis, row, leadTime } }) => {
    if (row === undefined || (basis === 'firm' && leadTime === 0)) return [];
    const from = label(at, leadTime + 1);
    if (basis === 'obtain') return [`obtains ${row.certificate} from ${from} at ${euro(row.cost)}`];
    return [`has ${row.certificate}, now in progress, from ${from}`];
  });
  const clearance = clearancePeriods(at.candidate.supplier, at.ask.item.securityLevel) ?? 0;
  if (clearance > 0) conditions.push(`is cleared for ${at.ask.item.securityLevel} from ${label(at, clearance + 1)}`);
  return conditions;
}
