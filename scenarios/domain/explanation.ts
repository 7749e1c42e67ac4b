import type { AimName, AimResult, PlanLimits, PlanStatus } from './plan.ts';
import type { Fraction } from './units.ts';

/** One operation of a JSON Patch (RFC 6902) on the normalised scenario document. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** A change of the scenario, in business words and as a what-if. */
export interface Change {
  readonly words: string;
  readonly patch: readonly PatchOperation[];
}

/**
 * By how much the best value of an aim changes from one scenario to another: at least `least`, at most `most`, whatever the gaps of their
 * two plans leave open. Below 0: it becomes less. The cost is the least one at the shortfall that each plan reached.
 */
export interface AimDifference {
  readonly aim: AimName;
  readonly least: number;
  readonly most: number;
}

/** A change that was applied and solved again. */
export interface TriedChange extends Change {
  readonly status: PlanStatus;
  readonly aims: readonly AimResult[];
  /** Against what the section says; empty where there is no plan on one of the sides. */
  readonly difference: readonly AimDifference[];
  /** What ended the solve before the wanted gap. */
  readonly hit: PlanLimits['hit'];
}

/** Rules that cannot hold together, by id. */
export interface ConflictSet {
  readonly rules: readonly string[];
  /** True: proven that without any one of them the others hold together. */
  readonly minimal: boolean;
}

/** What a relaxation changes. */
export const RELAXATION_KINDS = [
  'loosen-rule',
  'drop-rule',
  'add-hours',
  'hold-certificate',
  'ready-sooner',
  'move-demand',
  'lower-demand',
  'plan-again',
] as const;
export type RelaxationKind = (typeof RELAXATION_KINDS)[number];

/** A change that reaches the goal, which was checked by solving the changed scenario. */
export interface Relaxation extends TriedChange {
  readonly kind: RelaxationKind;
  /** How the rules that it touches can be loosened at all, in words. */
  readonly advice: readonly string[];
}

/** Why no plan holds all rules, or why a plan is short, and what would help. */
export interface ConflictExplanation {
  /** feasible: a plan that holds every rule; deliver-all: one that also delivers everything. */
  readonly goal: 'feasible' | 'deliver-all';
  /** True: the plan reaches the goal already, and the rest is empty. */
  readonly reached: boolean;
  /** Each keeps every plan from the goal; one without rules: hours, dates and quantities alone do, whatever the rules. */
  readonly sets: readonly ConflictSet[];
  /** True: proven that there is no further set. */
  readonly complete: boolean;
  /** What the differences of the relaxations are against; null: there is no such plan. */
  readonly reference: { readonly words: string; readonly aims: readonly AimResult[] } | null;
  /** The cheapest first. */
  readonly relaxations: readonly Relaxation[];
}

/** What a rule costs: the best plan without it, against the best one with it. */
export interface RuleExplanation {
  readonly rule: string;
  /** As in the plan. */
  readonly slack: number | null;
  readonly without: TriedChange;
}

/** Hours of a process at a supplier in a period that are used up, and what one more would be worth. */
export interface TightHours {
  readonly supplier: string;
  readonly process: string;
  readonly period: string;
  /** The aim that it helps first. */
  readonly aim: AimName;
  /** What one more hour takes off the aim, in its unit. */
  readonly price: number;
}

export interface TightExplanation {
  /** duals: of the schedule with the plan's awards as they are; differences: solved again with one more hour in every period. */
  readonly basis: 'duals' | 'differences' | 'unknown';
  /** The dearest first. */
  readonly hours: readonly TightHours[];
}

export const IMPROVEMENT_KINDS = [
  'add-hours',
  'hold-certificate',
  'ready-sooner',
  'add-expansion',
  'expansion-sooner',
  'add-hire',
] as const;
export type ImprovementKind = (typeof IMPROVEMENT_KINDS)[number];

/** Something that money could buy, and what it brings, checked by solving again. */
export interface Improvement extends TriedChange {
  readonly kind: ImprovementKind;
  /** Null: of all firms of a region. */
  readonly supplier: string | null;
  /** Whose limit on hires it is; null: of no region. */
  readonly region: string | null;
  /** Hours over the horizon, certificates, periods, machines or shifts, or hires a period that are added. */
  readonly amount: number;
  /**
   * What the scenario says that it costs, in euro: the capex of an expansion, the cost of a certificate, both paid in the plan of the changed scenario.
   * Null: no price is stated; what it brings is what it may cost at most.
   */
  readonly price: number | null;
  /** What one of them takes off the first aim that it helps, at least, its price paid: missing units, or euro. */
  readonly each: { readonly aim: AimName; readonly least: number };
  /** What each euro of its price takes off that aim, at least, the price paid; null: no price is stated, or it is 0. */
  readonly perEuro: { readonly aim: AimName; readonly least: number } | null;
}

/** Hours that are worth more, and for which no expansion is stated: nobody has said what more of them would cost. */
export interface HoursWithoutOption {
  readonly supplier: string;
  readonly process: string;
}

/** A package that a supplier is not awarded in the plan. */
export interface NotAwarded {
  readonly item: string;
  /** Why it cannot be; empty: it is eligible. */
  readonly reasons: readonly string[];
}

export const ENTRY_KINDS = ['lift-rule', 'certificate', 'clearance', 'date', 'price', 'hours', 'quote'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A least change with which the supplier makes something in the plan; against the given plan. */
export interface Entry extends TriedChange {
  /** What is changed, each once. */
  readonly kinds: readonly EntryKind[];
  /** What the supplier then makes. */
  readonly wins: readonly { readonly item: string; readonly share: Fraction }[];
  /** What the changed scenario loses without the supplier: its advantage. Around 0: another plan as good may leave it out. */
  readonly advantage: readonly AimDifference[];
}

export interface WhyNotExplanation {
  readonly supplier: string;
  /** True: it makes something in the plan already, and there is nothing to find. */
  readonly produces: boolean;
  readonly items: readonly NotAwarded[];
  /** The plan if the supplier has to be a member. */
  readonly locked: TriedChange | null;
  readonly entries: readonly Entry[];
}

/** What the plan loses without a member. */
export interface WhyExplanation {
  readonly supplier: string;
  readonly without: TriedChange;
  /** The rules that cannot hold without it, where there is then no plan. */
  readonly conflict: readonly string[];
  readonly items: readonly {
    readonly item: string;
    readonly share: Fraction;
    /** Who makes more of it then, and how much of the item's requirement. */
    readonly instead: readonly { readonly supplier: string; readonly share: Fraction }[];
    /** Share of the requirement that nobody makes instead. */
    readonly missing: Fraction;
  }[];
}

/** The answer of `gilde explain`; a section that was not asked for is null. */
export interface Explanation {
  readonly format: 'gilde-explanation/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  /** Digest of the plan. */
  readonly plan: string;
  readonly limits: {
    readonly seconds: number;
    readonly workLimit: number | null;
    readonly hit: null | 'time' | 'interrupt';
  };
  /** Questions that were put to the engine. */
  readonly solves: number;
  readonly conflict: ConflictExplanation | null;
  readonly rules: readonly RuleExplanation[] | null;
  readonly tight: TightExplanation | null;
  readonly improvements: readonly Improvement[] | null;
  /** Beside the improvements: hours that are used up and for which expansions.csv has no option. */
  readonly withoutOption: readonly HoursWithoutOption[] | null;
  readonly whyNot: WhyNotExplanation | null;
  readonly why: readonly WhyExplanation[] | null;
  /** What was not tried, or tried without an answer, in words. */
  readonly untried: readonly string[];
}
