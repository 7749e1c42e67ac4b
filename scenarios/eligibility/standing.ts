import type { Item } from '../domain/item.ts';
import type { Incumbent, Quote, Supplier } from '../domain/supplier.ts';
import type { PeriodIndex, Periods } from '../domain/units.ts';
import type { CertificateStanding } from './certificates.ts';
import { type Exclusion, packageInScope } from './exclusion.ts';
import { type Field, NOT_OFFERED } from './field.ts';
import { inBoth, type PeriodSet, periodsFrom } from './period-set.ts';
import { onboardingPeriods, qualificationPeriods } from './readiness.ts';
import { reasonBit } from './reason.ts';
import { clearancePeriods } from './security.ts';

const NOT_QUOTED = reasonBit('not-quoted');
const EXCLUDED = reasonBit('excluded');
const PROCESS_MISSING = reasonBit('process-missing');
const NO_CAPACITY = reasonBit('no-capacity');
const CERTIFICATE_MISSING = reasonBit('certificate-missing');
const CERTIFICATE_EXPIRED = reasonBit('certificate-expired');
const SECURITY = reasonBit('security');
const TOO_LATE = reasonBit('too-late');

/** What an item asks of a supplier, with the whole field's answer by supplier number. */
export interface Ask {
  readonly item: Item;
  readonly processes: readonly string[];
  /** By process, as {@link Field.offered}. */
  readonly offered: readonly Float64Array[];
  /** By required certificate. */
  readonly certificates: readonly (readonly CertificateStanding[])[];
  readonly exclusions: readonly Exclusion[];
  /** Only who quotes is considered. */
  readonly quotedOnly: boolean;
}

export function askOf(field: Field, item: Item, processes: readonly string[], quotedOnly: boolean): Ask {
  return {
    item,
    processes,
    offered: processes.map((process) => field.offered(process)),
    certificates: item.certificates.map((certificate) => field.certificates(certificate, processes)),
    exclusions: field.exclusions.filter(({ rule }) => packageInScope(rule.scope, item, processes)),
    quotedOnly,
  };
}

/** One supplier, and its rows for the item. */
export interface Candidate {
  readonly number: number;
  readonly supplier: Supplier;
  readonly quote: Quote | undefined;
  /** Its rows that only say what further units cost. */
  readonly priceBreaks: readonly Quote[];
  readonly incumbent: Incumbent | undefined;
}

/** The judgement of a pair. */
export interface Standing {
  /** Sum of {@link reasonBit}; 0: eligible. */
  reasons: number;
  /** 1 + the longest of onboarding, qualification, clearance and certificates that can be had. */
  ready: PeriodIndex;
  /** The longest of those that begin with the onboarding: all but certificates that are in progress already. */
  lead: Periods;
  /** From `ready` on with hours in every process that the supplier offers (all of 1..T, or of `ready`..T, where that leaves none). */
  open: PeriodSet;
  /** Those of `open` in which every certificate counts. */
  available: PeriodSet;
}

export const noStanding = (): Standing => ({ reasons: 0, ready: 1, lead: 0, open: 0, available: 0 });

/**
 * Judges a pair. Each reason is looked for whether or not another applies. The answer is written into `into`: seven million pairs are
 * judged for a large scenario, most of them only to be counted.
 */
export function judge(field: Field, ask: Ask, candidate: Candidate, into: Standing): Standing {
  const { number, supplier, quote, incumbent } = candidate;
  let reasons = quote === undefined && ask.quotedOnly ? NOT_QUOTED : 0;
  for (const { suppliers } of ask.exclusions) if (suppliers.has(supplier.supplier)) reasons |= EXCLUDED;
  let wait = Math.max(
    onboardingPeriods(supplier, field.onboarded[number] === 1),
    qualificationPeriods(supplier, quote, incumbent),
  );
  const clearance = clearancePeriods(supplier, ask.item.securityLevel);
  if (clearance === undefined) reasons |= SECURITY;
  else wait = Math.max(wait, clearance);
  let lead = wait;
  for (const standings of ask.certificates) {
    const { basis, leadTime } = standings[number]!;
    if (basis === 'missing') reasons |= CERTIFICATE_MISSING;
    else wait = Math.max(wait, leadTime);
    if (basis === 'obtain') lead = Math.max(lead, leadTime);
  }
  into.lead = lead;
  into.ready = 1 + wait;
  into.open = periodsFrom(into.ready, field.last);
  if (into.open === 0) {
    reasons |= TOO_LATE;
    into.open = periodsFrom(1, field.last);
  }
  reasons |= narrowToHours(ask, number, into);
  into.reasons = reasons | narrowToCertificates(field, ask, number, into);
  return into;
}

function narrowToHours(ask: Ask, number: number, into: Standing): number {
  let reasons = 0;
  let offered = into.open;
  for (const ofProcess of ask.offered) {
    const periods = ofProcess[number]!;
    if (periods === NOT_OFFERED) reasons |= PROCESS_MISSING;
    else offered = inBoth(offered, periods);
  }
  if (offered === 0) return reasons | NO_CAPACITY;
  into.open = offered;
  return reasons;
}

function narrowToCertificates(field: Field, ask: Ask, number: number, into: Standing): number {
  let reasons = 0;
  into.available = into.open;
  for (const standings of ask.certificates) {
    const { basis, leadTime, periods } = standings[number]!;
    // A certificate that comes after the last period makes the pair too late, which is said once.
    if (basis === 'missing' || leadTime >= field.last) continue;
    if (inBoth(into.open, periods) === 0) reasons |= CERTIFICATE_EXPIRED;
    into.available = inBoth(into.available, periods);
  }
  return into.available === 0 ? reasons | CERTIFICATE_EXPIRED : reasons;
}
