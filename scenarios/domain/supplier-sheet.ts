import type { AwardRole } from './plan.ts';
import type { Euro, Fraction, Hours, Units } from './units.ts';

/** What a member makes of an item in a period. */
export interface SheetVolume {
  readonly item: string;
  readonly period: string;
  readonly quantity: Units;
  /** Of all processes. */
  readonly hours: Hours;
  readonly unitPrice: Euro;
  readonly revenue: Euro;
}

/** Hours that the work takes of a process in a period, and what the firm has stated that it offers. */
export interface SheetHours {
  readonly process: string;
  readonly period: string;
  readonly used: Hours;
  readonly offered: Hours;
}

/** An item that is awarded, and the work before its first output. */
export interface SheetAward {
  readonly item: string;
  readonly name: string | null;
  readonly role: AwardRole;
  /** First period with output; null: a standby without volume. */
  readonly firstPeriod: string | null;
  readonly qualification: {
    /** First article inspection, tooling: once. */
    readonly cost: Euro;
    readonly start: string;
    /** The first period in which the firm can have output, when onboarding, qualification, clearance and certificates are done. */
    readonly readyFrom: string;
    /** What takes longest, in words; null where nothing has to be waited for. */
    readonly longest: string | null;
  };
}

/** A certificate that the firm has to obtain. */
export interface SheetCertificate {
  readonly certificate: string;
  readonly start: string;
  /** First period in which it counts. */
  readonly firstPeriod: string;
  readonly cost: Euro;
}

/** Machines, shifts or other expansions that the plan has the firm buy. */
export interface SheetInvestment {
  readonly period: string;
  readonly process: string;
  readonly option: string;
  readonly count: number;
  readonly euro: Euro;
}

/** Money and people of a member in a period. */
export interface SheetPeriod {
  readonly period: string;
  readonly hours: Hours;
  readonly revenue: Euro;
  readonly investment: Euro;
  /** People hired in the period. */
  readonly hires: number;
  /** Delivered and not paid for yet at the end of the period. */
  readonly receivable: Euro;
  /** In work at the end of the period. */
  readonly workInProgress: Euro;
  /** receivable + workInProgress: what the firm has to finance. */
  readonly prefinancing: Euro;
}

/** How what is laid out comes back. */
export interface SheetPayback {
  /** investment + onboarding + qualification + certificates over the horizon. */
  readonly outlay: Euro;
  /** outlay ÷ revenue: the margin that earns it back within the horizon; null without revenue. */
  readonly marginNeeded: Fraction | null;
  /** The margin that is assumed; null: none was stated. */
  readonly margin: Fraction | null;
  /** The first period by whose end that margin has earned the outlay; null: not within the horizon, or no margin was stated. */
  readonly period: string | null;
}

/** The business case of one member of a plan: its own share alone, nothing of any other firm. */
export interface SupplierSheet {
  readonly format: 'gilde-sheet/1';
  /** Digest of the plan. */
  readonly plan: string;
  readonly scenario: string;
  readonly supplier: string;
  readonly name: string | null;
  readonly roles: readonly AwardRole[];
  readonly start: string;
  readonly firstPeriod: string | null;
  /** Days until the firm is paid. */
  readonly paymentTermDays: number;
  readonly onboardingCost: Euro;
  readonly revenue: Euro;
  readonly investment: Euro;
  /** The largest of the periods. */
  readonly peakPrefinancing: { readonly period: string; readonly euro: Euro };
  readonly payback: SheetPayback;
  readonly awards: readonly SheetAward[];
  readonly certificates: readonly SheetCertificate[];
  readonly investments: readonly SheetInvestment[];
  readonly periods: readonly SheetPeriod[];
  readonly volumes: readonly SheetVolume[];
  readonly hours: readonly SheetHours[];
}
