import type { Change } from './explanation.ts';

export type Patch = Change['patch'];

/** A value that a path of the scenario document is set to. */
export type AxisValue = string | number | boolean | null;

/** Any number from the first to the last; only a Latin hypercube draws from it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** What is varied: the value at a path (RFC 6901) of the scenario document, or which of some named patches is applied. */
export type Axis =
  | { readonly name: string; readonly path: string; readonly values: readonly AxisValue[] | Interval }
  | { readonly name: string; readonly cases: ReadonlyMap<string, Patch> };

/**
 * grid: every combination; list: the first values of all axes, then the second ones, and so on; latin-hypercube: so many cases in which each axis is
 * cut into as many equal parts and every part is met once (McKay, Beckman & Conover, Technometrics 21, 1979).
 */
export type Design =
  | { readonly kind: 'grid' | 'list' }
  | { readonly kind: 'latin-hypercube'; readonly samples: number; readonly seed: number };

/** What-ifs of one scenario. */
export interface Sweep {
  readonly design: Design;
  readonly axes: readonly Axis[];
  /** Columns of the table, by name; absent: all. */
  readonly metrics?: readonly MetricName[];
  /** Metrics of a Pareto front: the table marks the cases that no other beats in all of them. */
  readonly pareto?: readonly MetricName[];
}

/** One what-if of a sweep. */
export interface SweepCase {
  /** From 1, in the order of the design. */
  readonly number: number;
  /** What each axis is here, by its name: the value, or the name of the patch. */
  readonly values: Readonly<Record<string, AxisValue>>;
  readonly patch: Patch;
}

/** What a table of cases tells of each plan: {@link CaseMetrics}. */
export const METRICS = [
  'cost',
  'costBound',
  'gap',
  'shortfall',
  'shortfallBound',
  'unprotected',
  'unprotectedBound',
  'multiple',
  'members',
  'awards',
  'newMembers',
  'production',
  'bought',
  'transport',
  'onboarding',
  'qualification',
  'certificates',
  'capex',
  'hiring',
  'stock',
  'commitments',
] as const;
export type MetricName = (typeof METRICS)[number];

/** Figures of a plan in the units of their fields in plan.json; null: there is none. */
export type CaseMetrics = Readonly<Record<MetricName, number | null>>;

/** `invalid`: the what-if is no scenario; `failed`: it could not be solved; else as in the plan. */
export type CaseStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown' | 'invalid' | 'failed';

/** What came of a case. The same input gives the same result, but where the clock ended its solve. */
export interface CaseResult {
  /** SHA-256 of what decides the result: see `caseKey`. */
  readonly key: string;
  /** Of the scenario with the patch; null: it is none. */
  readonly sha256: string | null;
  readonly status: CaseStatus;
  /** The limit that ended the solve. */
  readonly hit: string | null;
  readonly metrics: CaseMetrics;
  /** Suppliers, sorted. */
  readonly members: readonly string[];
  /** Of the plan; null: there is none. */
  readonly digest: string | null;
  /** Rules that cannot hold together. */
  readonly conflict: readonly string[];
  /** Why there is no plan, in words; null: there is one. */
  readonly reason: string | null;
}
