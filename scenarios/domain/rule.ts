import type { LegalFormName } from './legal-forms.ts';
import type { Category } from './supplier.ts';
import type { Euro, Fraction, Hours, Periods, Units } from './units.ts';

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
  /** Countries of the supplier by code; EU stands for its member states. */
  readonly country?: readonly string[];
  /** Period labels, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

interface Stated {
  /** Names the rule everywhere; by default the rule's name and the start of the SHA-256 of its canonical form. */
  readonly id: string;
  readonly note?: string;
  readonly scope?: Scope;
  /** False: the rule is soft, and gives way where no plan keeps it or where more is missing with it. Absent: it is kept. */
  readonly hard?: false;
  /** Of a soft rule, from 1: those of 1 are kept longest, those of the highest number give way first. */
  readonly priority?: number;
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

/** What suppliers are grouped by; `group` is the firm: a site without a group is a firm by itself. */
export type GroupedBy = 'category' | 'country' | 'region' | 'group' | 'tag';

/**
 * With `value`: min ≤ number of members of that category, country, region (a NUTS prefix), group or tag ≤ max. Without: min ≤ number of different
 * ones among the members in scope ≤ max; a member that states none counts in none.
 */
export interface GroupCount extends Stated {
  readonly rule: 'group-count';
  readonly by: GroupedBy;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
}

/** Where regions end: the country, or the first four or five characters of the NUTS code. */
export type RegionLevel = 'country' | 'NUTS2' | 'NUTS3';

/** The suppliers of one region together make no more than `max` of a package's required volume. */
export interface RegionShareCap extends Stated {
  readonly rule: 'region-share-cap';
  readonly level: RegionLevel;
  readonly max: Fraction;
}

/**
 * At least `min` comes from any of those in `of`: a country by its code, EU (its member states), SME, or else a tag of suppliers. By value: of all that
 * is made and bought, in euro; by volume: of the units made of each package.
 */
export interface ContentShare extends Stated {
  readonly rule: 'content-share';
  readonly of: readonly string[];
  readonly min: Fraction;
  readonly by: 'value' | 'volume';
}

/** In no calendar year a supplier earns more than `max` of its turnover with what it makes for the plan: earned ≤ max · (other turnover + earned). */
export interface DependencyCap extends Stated {
  readonly rule: 'dependency-cap';
  readonly max: Fraction;
}

/** The rules that the data of a legal form state, each under this rule's id, a slash and the name of its part. */
export interface LegalForm extends Stated {
  readonly rule: 'legal-form';
  readonly form: LegalFormName;
}

/** A supplier is promised units of an item a year: what is not bought of them is paid for at the price of a unit. */
export interface Commitment extends Stated {
  readonly rule: 'commitment';
  readonly supplier: string;
  readonly item: string;
  /** In a year of which only some periods are planned, or in scope, so much less is promised. */
  readonly perYear: Units;
}

/** What a budget can speak of. */
export const BUDGET_PARTS = ['capex', 'onboarding', 'qualification', 'prefinancing'] as const;
export type BudgetPart = (typeof BUDGET_PARTS)[number];

/** What is paid for `of` in a calendar year, and the peak of pre-financing in it, together ≤ max. */
export interface Budget extends Stated {
  readonly rule: 'budget';
  readonly year: number;
  readonly max: Euro;
  readonly of: readonly BudgetPart[];
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

/** Crawford: the hours of the n-th unit; Wright: the average of the first n. */
export const LEARNING_MODELS = ['crawford', 'wright'] as const;
export type LearningModel = (typeof LEARNING_MODELS)[number];

/**
 * Hours for a unit of a pair fall with what it has made: to the fraction `rate` with each doubling, of the unit or of the cumulative
 * average, and never below the fraction `floor` of those stated. Prices stay as they are.
 */
interface Learning extends Stated {
  readonly rule: 'learning';
  readonly model: LearningModel;
  readonly rate: Fraction;
  readonly floor: Fraction;
}

/** What fails together: a site, a firm with all its sites, the sites of one region, those with one tag. */
export const DOMAIN_KINDS = ['supplier', 'group', 'region', 'tag'] as const;
export type DomainKind = (typeof DOMAIN_KINDS)[number];

/**
 * Where any of these domains makes nothing for its time to recover, the others still bring the service level of what the plan delivers
 * meanwhile; what they cannot is unprotected, and as little as can be. What is absent is as `robustness` says, else domains supplier, service level
 * 0.9, 2 periods, no surge; what the rule states holds for all, a supplier's own time to recover and surge go before the scenario's.
 */
export interface SurviveOutage extends Stated {
  readonly rule: 'survive-outage';
  readonly domains?: readonly DomainKind[];
  /** Of the units that the plan delivers of a product while the outage lasts. */
  readonly serviceLevel?: Fraction;
  readonly timeToRecover?: Periods;
  /** By how much those that are left can go beyond their hours meanwhile. */
  readonly surge?: Fraction;
  /** 2: any two domains at a time, too. */
  readonly losses: 1 | 2;
  /** True: who takes over work waits for the qualification of the pair once more. */
  readonly requalification: boolean;
}

export type Rule =
  | SourceCount
  | ShareCap
  | ShareFloor
  | MemberCount
  | Lock
  | Exclude
  | GroupCount
  | RegionShareCap
  | ContentShare
  | DependencyCap
  | LegalForm
  | Commitment
  | Budget
  | RampRate
  | Labour
  | OnboardingThroughput
  | Learning
  | SurviveOutage;
export type RuleName = Rule['rule'];
export type RuleOf<Name extends RuleName> = Extract<Rule, { rule: Name }>;
