import type { DomainKind } from './rule.ts';
import type { Euro, Fraction, Hours, Periods, Units } from './units.ts';

/** What was assumed of outages; what is stated holds for all, else a supplier's own figures win. */
export interface AssumedOutages {
  readonly domains: readonly DomainKind[];
  readonly losses: 1 | 2;
  readonly serviceLevel: Fraction;
  readonly timeToRecover: Periods;
  readonly surge: Fraction;
  readonly requalification: boolean;
}

/** Units that a firm makes of an item beyond the plan while others are lost. */
export interface TakeoverRow {
  readonly supplier: string;
  readonly item: string;
  readonly planned: Units;
  readonly extra: Units;
}

/** What would have to be in reserve for every outage of a domain to pass. */
export interface Reserve {
  /** Surge of all that are left beyond the one assumed, as a fraction of their hours; null: none is enough. */
  readonly surge: Fraction | null;
  /** The fewest hours beyond those with surge in the outage that leaves most unprotected, at awarded firms; null: none are enough. */
  readonly hours: readonly { readonly process: string; readonly hours: Hours }[] | null;
}

/** How a plan stands against the loss of one domain, or of two together. */
export interface DomainExposure {
  /** The kind of what is lost; of two, both with a plus between. */
  readonly domain: string;
  readonly losses: readonly string[];
  /** Those of them that the plan has make something, sorted. */
  readonly suppliers: readonly string[];
  readonly timeToRecover: Periods;
  /**
   * From whichever period it is lost: so many periods pass in which what was delivered since keeps to the service level of what the plan delivers;
   * `atLeast`: no more were looked at.
   */
  readonly timeToSurvive: { readonly periods: Periods; readonly atLeast: boolean };
  /** Outages of it that leave something unprotected. */
  readonly failing: number;
  /** Over all of them, weighted. */
  readonly unprotected: Units;
  /** Where most is lost of what the plan delivers in the window; null: nothing ever is. */
  readonly worst: null | {
    readonly from: string;
    readonly to: string;
    readonly lost: Units;
    /** Of what the plan delivers in the window. */
    readonly share: Fraction;
    readonly products: readonly { readonly product: string; readonly quantity: Units }[];
    /** value: of the products lost; spend: what the plan buys of the lost suppliers in the window, where a product has no value. */
    readonly money: { readonly basis: 'value' | 'spend'; readonly amount: Euro };
    /** The dearest first. */
    readonly takeover: readonly TakeoverRow[];
  };
  /** null: every outage passes. */
  readonly reserve: Reserve | null;
  readonly words: string;
}

/** Of what is made of an item: Σ share² over its suppliers, 1 where one makes all. */
export interface ItemConcentration {
  readonly item: string;
  /** Awarded suppliers, and those that make something. */
  readonly sources: number;
  readonly producing: number;
  readonly concentration: Fraction;
}

/** Of what is spent on production: Σ share² over the domains of a kind; a supplier that is of none counts by itself. */
export interface SpendConcentration {
  readonly by: DomainKind;
  readonly concentration: Fraction;
  readonly largest: string;
  readonly share: Fraction;
}

/** Several sources of an item that one domain holds: one cause takes them all. */
export interface CommonCause {
  readonly item: string;
  readonly domain: DomainKind;
  readonly name: string;
  readonly suppliers: readonly string[];
  /** True: no source of the item is outside it. */
  readonly all: boolean;
}

/** How a plan stands against outages. */
export interface RobustnessReport {
  readonly format: 'gilde-robustness/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  /** Digest of the plan. */
  readonly plan: string;
  readonly assumed: AssumedOutages;
  /** Each loss from each period. */
  readonly outages: number;
  readonly failing: number;
  /** Weighted units over all of them: the aim of a rule survive-outage. */
  readonly unprotected: Units;
  /** Losses that take nothing from the plan and are not listed. */
  readonly idle: number;
  /** The most exposed first. */
  readonly domains: readonly DomainExposure[];
  readonly items: readonly ItemConcentration[];
  readonly spend: readonly SpendConcentration[];
  readonly commonCauses: readonly CommonCause[];
}
