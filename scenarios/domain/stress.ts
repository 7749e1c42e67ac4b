import type { DomainKind } from './rule.ts';
import type { Fraction, Periods, Units } from './units.ts';

/** What was assumed of losses in a stress test. */
export interface AssumedLosses {
  /** The least share of what the plan delivers of a product in a service window that is no break. */
  readonly target: Fraction;
  /** All that is lost is lost from the same period on, for so many periods. */
  readonly timeToRecover: Periods;
  /** Of suppliers that state none of their own. */
  readonly surge: Fraction;
  readonly requalification: boolean;
}

/** A product in the service window in which the least share of it is left. */
export interface ProductLeft {
  readonly product: string;
  /** Labels of the first and last period of the window; both may lie after the horizon. */
  readonly from: string;
  readonly to: string;
  readonly planned: Units;
  readonly left: Units;
}

/** Losses at the same time that break the target. */
export interface BreakingSet {
  /** Suppliers by id, groups, regions or tags, sorted. */
  readonly losses: readonly string[];
  /** Those of their suppliers that the plan awards something, sorted. */
  readonly suppliers: readonly string[];
  /** Labels of the first and last period in which they make nothing: where least is left. */
  readonly from: string;
  readonly to: string;
  /** Of what the plan delivers: the largest share of each product in each of its service windows at once. */
  readonly left: Fraction;
  /** Of products that lose something, where `left` is kept everywhere and beyond that as much as can be. */
  readonly products: readonly ProductLeft[];
}

/** What is known of losses that begin in one period. */
export interface StressWindow {
  readonly from: string;
  readonly to: string;
  /** Losses in the smallest set known to break the target from then on; null: none is known, or there is none. */
  readonly size: number | null;
  /** No set of fewer breaks it; one more than there are domains: no set does. */
  readonly atLeast: number;
}

/** The smallest set of losses of one kind that breaks the target. */
export interface KindStress {
  readonly domain: DomainKind;
  /** Domains of the kind with a supplier that the plan awards something: all that can be lost with any effect. */
  readonly domains: number;
  /** Losses in the smallest breaking set known; null: none is known, or there is none. */
  readonly size: number | null;
  /** No set of fewer breaks the target in any window; one more than `domains`: no set does. */
  readonly atLeast: number;
  /** exact: no smaller set breaks the target, or none at all; bound: a limit left what is between `atLeast` and `size` open. */
  readonly proof: 'exact' | 'bound';
  readonly smallest: BreakingSet | null;
  /** Other sets of that size that were come across, not all. */
  readonly others: readonly BreakingSet[];
  /** Losses that are in every smallest set; null: not known. */
  readonly pivotal: readonly string[] | null;
  readonly windows: readonly StressWindow[];
  readonly words: string;
}

/** The reverse stress test of a plan: how much has to be lost at once for it to break. */
export interface StressReport {
  readonly format: 'gilde-stress/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  /** Digest of the plan. */
  readonly plan: string;
  readonly assumed: AssumedLosses;
  /** Each kind of domain by itself. */
  readonly kinds: readonly KindStress[];
}
