import type { SecurityLevel } from './item.ts';
import type { Euro, Fraction, Hours, Periods, Units } from './units.ts';

/** A: delivers to Defence; B: delivers to A; C resembles A; D resembles B. */
export type Category = 'A' | 'B' | 'C' | 'D';

/** A production site. */
export interface Supplier {
  readonly supplier: string;
  readonly name?: string;
  /** Sites of one firm share their group. */
  readonly group?: string;
  readonly category?: Category;
  readonly country?: string;
  /** NUTS code, e.g. NL221. */
  readonly region?: string;
  readonly place?: string;
  readonly postcode?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly employees?: number;
  readonly defenceHeads?: number;
  readonly turnover?: Euro;
  readonly onboardingCost: Euro;
  readonly onboardingPeriods: Periods;
  readonly qualificationPeriods: Periods;
  readonly hourlyRate?: Euro;
  readonly surge?: Fraction;
  /** Per year. */
  readonly outageProbability?: Fraction;
  readonly timeToRecover?: Periods;
  readonly rampRate?: Fraction;
  /** The level granted for this contract. */
  readonly securityLevel?: SecurityLevel;
  /** Periods until the wanted level can be granted; absent: it cannot. */
  readonly securityPeriods?: Periods;
  readonly tags: readonly string[];
  readonly activities?: string;
  readonly sbi?: string;
}

/** Hours of a process that a supplier offers from a period on. */
export interface CapacityRow {
  readonly supplier: string;
  readonly process: string;
  readonly hoursPerPeriod: Hours;
  /** Period label; absent: from the first period. */
  readonly period?: string;
  readonly hourlyRate?: Euro;
}

/** held: valid today; in-progress: valid after leadTime without further cost; obtainable: after leadTime, at cost, if the plan asks for it. */
type CertificateStatus = 'held' | 'in-progress' | 'obtainable';

export interface CertificateRow {
  readonly supplier: string;
  readonly certificate: string;
  readonly status: CertificateStatus;
  /** Processes that it covers; empty: all. */
  readonly scope: readonly string[];
  /** ISO date of the last valid day. */
  readonly validUntil?: string;
  /** True: it is renewed in time, so `validUntil` does not end it. */
  readonly renewable: boolean;
  readonly leadTime: Periods;
  readonly cost: Euro;
  readonly verifiedIn?: string;
}

export interface Quote {
  readonly supplier: string;
  readonly item: string;
  /** Per unit in `currency`, material included, without transport and one-offs. */
  readonly unitPrice: number;
  readonly hoursPerUnit?: Hours;
  readonly process?: string;
  /** Least units of a period in which the supplier produces any. */
  readonly minimumOrder?: Units;
  /** Over the horizon. */
  readonly maximumQuantity?: Units;
  readonly qualificationCost: Euro;
  readonly qualificationPeriods?: Periods;
  readonly currency?: string;
  /**
   * Price break: units beyond it, counted over the horizon, cost this row's price; above 0 the row says nothing else. 0 where absent: the
   * row of the pair with everything else.
   */
  readonly fromQuantity?: Units;
}

/** A pair that produces today. */
export interface Incumbent {
  readonly supplier: string;
  readonly item: string;
  readonly quantityPerPeriod: Units;
  /** True: no onboarding, no qualification, ready at once. */
  readonly qualified: boolean;
}

/** An extra machine, shift or hall that a supplier can be paid to add, as often as `maximum` over the horizon. */
export interface ExpansionOption {
  readonly supplier: string;
  readonly process: string;
  readonly option: string;
  /** Hours that one adds to the capacity of the process, in every period from {@link leadTime} on. */
  readonly hoursPerPeriod: Hours;
  /** Of one, paid in the period in which it is bought. */
  readonly capex: Euro;
  /** n: bought in period t, one has hours from t + n on. */
  readonly leadTime: Periods;
  readonly maximum: number;
  /** People whom one employs. */
  readonly heads?: number;
}
