import { yearsOf } from '../scenarios/domain/calendar.ts';
import type { Scenario } from '../scenarios/domain/scenario.ts';
import type { Euro, PeriodIndex } from '../scenarios/domain/units.ts';
import type { EligiblePair } from '../scenarios/eligibility.ts';
import type { Candidate, ObtainableCertificate } from './candidates.ts';

/** Qualifications and certificates of a supplier that a budget pays if its onboarding starts in the year, which is open. */
export interface DatedQualification {
  /** Id of the budget. */
  readonly rule: string;
  /** Position in the problem's candidates. */
  readonly candidate: number;
  /** Starts of which the budget pays. */
  readonly from: PeriodIndex;
  readonly to: PeriodIndex;
  /** Of all its pairs and certificates. */
  readonly most: Euro;
}

/** Those of a problem, or of a narrowed one. */
interface Sets {
  readonly scenario: Scenario;
  readonly candidates: readonly Candidate[];
  readonly pairs: readonly EligiblePair[];
  readonly obtainable: readonly ObtainableCertificate[];
}

/** By rule, then candidate: where a budget names qualification and a start may fall in its year or outside. */
export function datedQualificationsOf({
  scenario,
  candidates,
  pairs,
  obtainable,
}: Sets): readonly DatedQualification[] {
  return scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'budget' || !rule.of.includes('qualification')) return [];
    const own = yearsOf(scenario.calendar, 1, scenario.calendar.periods).find(({ year }) => year === rule.year);
    if (!own) return [];
    return candidates.flatMap(({ supplier, pairs: theirs, lastStart }, candidate) => {
      if (lastStart === null || own.from > lastStart || (own.from === 1 && own.to >= lastStart)) return [];
      const certificates = obtainable.filter((row) => row.supplier === supplier.supplier);
      const most =
        theirs.reduce((sum, pair) => sum + pairs[pair]!.qualificationCost, 0) +
        certificates.reduce((sum, { cost }) => sum + cost, 0);
      const to = Math.min(own.to, lastStart);
      return most === 0 ? [] : [{ rule: rule.id, candidate, from: own.from, to, most }];
    });
  });
}
