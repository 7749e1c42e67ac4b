import type { PlanLimits } from './plan.ts';
import type { Fraction, Units } from './units.ts';

/**
 * What holds a multiple back: hours of a process, a supplier that is not ready earlier, an item that nobody can make, a stated rule, a
 * quote that ends, components on order before the start, or another law of the model.
 */
export type EnvelopeLimitKind = 'hours' | 'readiness' | 'no-source' | 'rule' | 'quote' | 'pipeline' | 'law';

/** One thing that holds the multiple of a period back, in words and by name. */
export interface EnvelopeLimit {
  readonly kind: EnvelopeLimitKind;
  readonly words: string;
  /** Of `hours`. */
  readonly process: string | null;
  /** Id of the rule. */
  readonly rule: string | null;
  readonly items: readonly string[];
  readonly suppliers: readonly string[];
  /** Labels of the periods in which it binds; empty where it speaks of the whole horizon. */
  readonly periods: readonly string[];
  /** Times the baseline that one per cent more of it gives while nothing else changes; null where it cannot be had by per cents. */
  readonly gain: number | null;
}

/**
 * optimal: within the wanted gap; feasible: a limit was hit first; infeasible: the rules and the demand without a baseline leave no plan
 * even with no product; unlimited: nothing that is stated limits it; unknown: a limit was hit before anything was found.
 */
export type EnvelopeStatus = 'optimal' | 'feasible' | 'infeasible' | 'unlimited' | 'unknown';

/** The largest multiple of the baseline that can be delivered in this and every later period. */
export interface EnvelopePeriod {
  readonly period: string;
  readonly status: EnvelopeStatus;
  /** Times the baseline; null unless the status is optimal or feasible. */
  readonly multiple: number | null;
  /** No plan delivers more; null where nothing bounds it or nothing is possible. */
  readonly bound: number | null;
  /** (bound − multiple) ÷ max(multiple, 1e-9); null where one of them is. */
  readonly gap: Fraction | null;
  /** Of learning: what no plan exceeds that needs the hours for a unit with which the multiple was found. Absent where no rule lets hours fall. */
  readonly conditional?: { readonly bound: number; readonly gap: Fraction };
  readonly hit: PlanLimits['hit'];
  /** What holds it back, the weightiest first. */
  readonly limits: readonly EnvelopeLimit[];
}

/** From when on a multiple can be delivered. */
export interface EarliestPeriod {
  readonly multiple: number;
  /** The first period from which a plan is known to deliver it; null: none. */
  readonly reached: string | null;
  /** No plan delivers it from an earlier period on; null: none does within the horizon. */
  readonly possible: string | null;
}

/** How fast production can be ramped up at most, with the rules and suppliers of a scenario. */
export interface Envelope {
  readonly format: 'gilde-envelope/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  readonly engine: { readonly name: string; readonly version: string };
  readonly seed: number;
  readonly limits: { readonly gap: Fraction; readonly timeLimit: number };
  /** Units per period of the programmes that state a baseline: all are multiplied together. */
  readonly baseline: readonly { readonly product: string; readonly quantity: Units }[];
  readonly periods: readonly EnvelopePeriod[];
  readonly earliest: readonly EarliestPeriod[];
  /** Rules that cannot hold together, by id, where every period is infeasible. */
  readonly conflict: readonly string[];
}
