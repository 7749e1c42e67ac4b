import type { InputProblem } from './domain/input-problem.ts';
import type { Scenario } from './domain/scenario.ts';
import { fieldOf } from './eligibility/field.ts';
import { type EligiblePair, pairsOf } from './eligibility/pair.ts';
import { changingRates, priceProblems } from './eligibility/price-problems.ts';
import { REASON_CODES, type Reason, type ReasonCode } from './eligibility/reason.ts';
import { conditionsOf, explain, type Judged, longestWait } from './eligibility/reasons.ts';
import { judge, noStanding } from './eligibility/standing.ts';
import { tenderOf } from './eligibility/tender.ts';
import type { WorkPackage } from './work-packages.ts';

export type { EligiblePair } from './eligibility/pair.ts';
export { onboardedSuppliers, qualificationPeriods } from './eligibility/readiness.ts';
export type { Reason } from './eligibility/reason.ts';

export interface Eligibility {
  /** By item, then supplier, both in the order given. */
  readonly pairs: readonly EligiblePair[];
  /** For each reason, the number of pairs (of any supplier and any package) that it speaks against; a pair can have several. */
  readonly counts: ReadonlyMap<ReasonCode, number>;
  /** Everything that speaks against a pair; empty when eligible, and for a supplier or package that is unknown. */
  reasonsFor(supplier: string, item: string): readonly Reason[];
  /** What an eligible pair waits for, e.g. `obtains ISO 3834-2 from 2026-Q3 at € 12,000`; empty for any other. */
  conditions(supplier: string, item: string): readonly string[];
  /** What takes longest before a pair that is not ready at once can produce, e.g. `onboarding takes 2 periods`; else undefined. */
  waitFor(supplier: string, item: string): string | undefined;
  /** Prices and hours that eligible pairs lack; such pairs are not in `pairs`. */
  readonly problems: readonly InputProblem[];
}

/**
 * Judges every supplier for every package. A pair is available in period t when t ≥ ready, every required certificate counts in t, and
 * the supplier has hours of every process of the item in t. It is eligible when it is available in some period and nothing else speaks
 * against it. Sentences are made on demand: a large scenario has millions of pairs, nearly all of them ineligible.
 */
export function eligibility(scenario: Scenario, packages: readonly WorkPackage[]): Eligibility {
  const field = fieldOf(scenario);
  const tenders = new Map(packages.map((work) => [work.item.item, tenderOf(field, work, scenario.eligibility)]));
  const problems = priceProblems();
  const pairOf = pairsOf(scenario, problems);
  const counts = new Uint32Array(REASON_CODES.length);
  const pairs: EligiblePair[] = [];
  const standing = noStanding();
  for (const tender of tenders.values()) {
    for (let number = 0; number < field.suppliers.length; number += 1) {
      const candidate = tender.candidate(number);
      const ask = tender.askFor(candidate.quote);
      judge(field, ask, candidate, standing);
      for (let k = 0; k < counts.length; k += 1) counts[k]! += (standing.reasons >> k) & 1;
      const pair = standing.reasons === 0 ? pairOf(tender, ask, candidate, standing) : undefined;
      if (pair) pairs.push(pair);
    }
  }
  const judged = (supplier: string, item: string): Judged | undefined => {
    const tender = tenders.get(item);
    const number = field.numberOf.get(supplier);
    if (!tender || number === undefined) return undefined;
    const candidate = tender.candidate(number);
    const ask = tender.askFor(candidate.quote);
    return { field, ask, candidate, standing: judge(field, ask, candidate, noStanding()) };
  };
  return {
    pairs,
    counts: new Map(REASON_CODES.map((code, k) => [code, counts[k]!])),
    reasonsFor: (supplier, item) => {
      const found = judged(supplier, item);
      return found ? explain(found) : [];
    },
    conditions: (supplier, item) => {
      const found = judged(supplier, item);
      return found?.standing.reasons === 0 ? conditionsOf(found) : [];
    },
    waitFor: (supplier, item) => {
      const found = judged(supplier, item);
      return found && found.standing.ready > 1 ? longestWait(found) : undefined;
    },
    problems: [...problems.all(), ...changingRates(scenario.capacity)],
  };
}
