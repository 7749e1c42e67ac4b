import type { Category } from './supplier.ts';
import type { Fraction, Hours } from './units.ts';

/** What a rule speaks of: all that is named must hold. */
export interface Scope {
  readonly items?: readonly string[];
  readonly critical?: boolean;
  /** Packages that need this process. */
  readonly process?: string;
  readonly suppliers?: readonly string[];
  readonly category?: readonly Category[];
  /** NUTS prefix of the supplier's region. */
  readonly region?: string;
  /** Period labels, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

interface Stated {
  /** Names the rule everywhere; by default the rule's name and the start of the SHA-256 of its canonical form. */
  readonly id: string;
  readonly note?: string;
  readonly scope?: Scope;
}

/** min(min, eligible sources) ≤ number of awarded sources of each package ≤ max. */
export interface SourceCount extends Stated {
  readonly rule: 'source-count';
  readonly min?: number;
  readonly max?: number;
  /** True: a package with fewer eligible sources than `min` makes the plan infeasible. */
  readonly strict: boolean;
}

type SharePer = 'horizon' | 'period';

/** No supplier makes more than `max` of a package's required volume. */
export interface ShareCap extends Stated {
  readonly rule: 'share-cap';
  readonly max: Fraction;
  readonly per: SharePer;
}

/** A supplier awarded a package makes at least `min` of its required volume. */
export interface ShareFloor extends Stated {
  readonly rule: 'share-floor';
  readonly min: Fraction;
  readonly per: SharePer;
}

/** min ≤ number of members ≤ max, counting the suppliers in scope. */
interface MemberCount extends Stated {
  readonly rule: 'member-count';
  readonly min?: number;
  readonly max?: number;
}

/** Fixes a decision: a supplier is (not) awarded an item, or (not) a member when no item is named; or makes an exact share. */
export interface Lock extends Stated {
  readonly rule: 'lock';
  readonly supplier: string;
  readonly item?: string;
  readonly award: boolean;
  readonly share?: Fraction;
}

/** These suppliers are not awarded the packages in scope. */
export interface Exclude extends Stated {
  readonly rule: 'exclude';
  readonly suppliers: readonly string[];
}

/**
 * Hours worked at a supplier grow from one period to the next by at most the fraction `max` and `plus` hours; its own rampRate wins over
 * `max`. The first period in which it works in the plan is exempt.
 */
interface RampRate extends Stated {
  readonly rule: 'ramp-rate';
  readonly max: Fraction;
  readonly plus: Hours;
}

/**
 * Hours worked at a supplier take no more people than it has today (defenceHeads, else employees) and has hired since. At most
 * `hiresPerPeriod` are hired at one firm in a period, and `regionHiresPerPeriod` at all firms of one region; absent: any number.
 */
interface Labour extends Stated {
  readonly rule: 'labour';
  readonly hiresPerPeriod?: number;
  readonly regionHiresPerPeriod?: number;
  /** That one head works in a period, at first. */
  readonly productiveHours: Hours;
  /** By how much these grow in a year. */
  readonly productivityGrowth: Fraction;
}

/** At most `max` onboardings start in one period. A supplier with a qualified incumbent pair needs none. */
interface OnboardingThroughput extends Stated {
  readonly rule: 'onboarding-throughput';
  readonly max: number;
}

type Counted = SourceCount | ShareCap | ShareFloor | MemberCount | Lock | Exclude;
export type Rule = Counted | RampRate | Labour | OnboardingThroughput;
export type RuleName = Rule['rule'];
export type RuleOf<Name extends RuleName> = Extract<Rule, { rule: Name }>;
