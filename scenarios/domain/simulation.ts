import type { Euro, Fraction, Periods, Units } from './units.ts';

/** Firms that can be lost together: those of one group, region (as stated) or tag. */
export interface CommonCause {
  readonly by: 'group' | 'region' | 'tag';
  /** Per year, of each group, region or tag among the members. */
  readonly probability: Fraction;
}

/** What futures are drawn from, beside the outage probabilities and times to recover of suppliers.csv. */
export interface SimulationTerms {
  readonly runs: number;
  readonly seed: number;
  /** Of every interval. */
  readonly confidence: Fraction;
  /** Outages a year of a firm that states none; 0: it has none. */
  readonly outageProbability: Fraction;
  readonly commonCauses: readonly CommonCause[];
  /** Coefficient of variation of the time to recover; 0: as stated. */
  readonly recoverySpread: number;
  /** Coefficient of variation of a programme's demand as a whole, known from the start. */
  readonly demandSpread: number;
  /** Coefficient of variation of the demand of each period beside it, known when it falls due. */
  readonly periodDemandSpread: number;
  /** σ of the share of its output that a source loses in a period: half-normal, 0.8·σ on average. */
  readonly yieldLoss: number;
  /** Probability of each further period that a source that is not ready at the start is late. */
  readonly lateness: Fraction;
}

/** A figure from a sample with its interval; null: of a single run nobody can tell. */
export interface Estimated {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How a figure is distributed over the runs: p5 is the value that it is below in 5 % of them. */
export interface Quantiles {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** How many runs have a service level from `from` up to `to` (the last bar: with it). */
export interface HistogramBar {
  readonly from: Fraction;
  readonly to: Fraction;
  readonly runs: number;
}

/** One period of the fan: products of all programmes, each unit times its weight. */
export interface SimulatedPeriod {
  readonly period: string;
  /** As stated, and delivered as planned. */
  readonly required: Units;
  readonly planned: Units;
  readonly expected: Units;
  readonly delivered: Quantiles;
  /** null: no programme states a baseline. */
  readonly plannedMultiple: number | null;
  readonly multiple: Quantiles | null;
}

/** The probability that a multiple of the baseline has been delivered in some period up to this one. */
export interface ReachedBy {
  readonly period: string;
  readonly probability: Estimated;
}

export interface ReachedMultiple {
  readonly multiple: number;
  /** First period in which the plan delivers it; null: it does not. */
  readonly planned: string | null;
  /** The programmes' `reach`, the latest of them; null: none is stated. */
  readonly date: string | null;
  readonly byDate: Estimated | null;
  readonly byPeriod: readonly ReachedBy[];
}

/** A firm, and the runs in which it was out. */
export interface SimulatedFirm {
  readonly supplier: string;
  /** Share of runs with an outage of it. */
  readonly out: Fraction;
  /** Mean shortfall in runs in which it was out, and in all others; null: there are none. */
  readonly shortfallOut: Units | null;
  readonly shortfallElse: Units | null;
  /** share of all that was lost beyond the plan that was lost in excess of the other runs while this firm had an outage; 0 at least. */
  readonly explains: Fraction;
}

/** What a product loses on average. */
export interface SimulatedProduct {
  readonly product: string;
  readonly planned: Units;
  readonly shortfall: Estimated;
}

/** A plan in many futures: what `gilde simulate --json` prints. */
export interface Simulation {
  readonly format: 'gilde-simulation/1';
  readonly scenario: { readonly name: string; readonly sha256: string };
  readonly plan: { readonly digest: string };
  readonly terms: SimulationTerms;
  /** Where nothing else is stated. */
  readonly assumed: { readonly timeToRecover: Periods; readonly surge: Fraction };
  /** Members that can have an outage, of how many. */
  readonly members: { readonly all: number; readonly atRisk: number };
  /** The plan in a future without disturbance. */
  readonly undisturbed: { readonly service: Fraction; readonly shortfall: Units; readonly moneyLost: Euro | null };
  /** Weighted units delivered in time ÷ weighted units due. */
  readonly service: {
    readonly mean: Estimated;
    readonly quantiles: Quantiles;
    readonly histogram: readonly HistogramBar[];
    /** Runs that deliver all that the plan does, of demand as drawn. */
    readonly asPlanned: Estimated;
  };
  /** Weighted units; with carried backlog each late unit once per late period. */
  readonly shortfall: { readonly expected: Estimated; readonly tail: Estimated; readonly quantiles: Quantiles };
  /** Unit values of products not delivered by the end; null: a product states none. */
  readonly moneyLost: { readonly expected: Estimated; readonly tail: Estimated } | null;
  readonly outages: { readonly perRun: number; readonly periodsOut: number };
  readonly periods: readonly SimulatedPeriod[];
  readonly reached: readonly ReachedMultiple[];
  readonly products: readonly SimulatedProduct[];
  /** Those that explain most, at most ten. */
  readonly firms: readonly SimulatedFirm[];
  /** Against another plan in the same futures; absent: none was named. */
  readonly comparison?: SimulatedComparison;
}

/** This plan less the other one, run by run in the same futures. */
export interface SimulatedComparison {
  readonly plan: { readonly digest: string };
  readonly service: Estimated;
  readonly shortfall: Estimated;
  readonly moneyLost: Estimated | null;
  /** The other plan's own. */
  readonly other: { readonly service: Fraction; readonly shortfall: Units; readonly tail: Units };
  /** Share of runs with less, the same and more shortfall than the other plan. */
  readonly less: Fraction;
  readonly same: Fraction;
  readonly more: Fraction;
}
