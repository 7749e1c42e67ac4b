import type { PlanLimits, PlanStatus } from './plan.ts';
import type { AssumedOutages } from './robustness.ts';
import type { Fraction, Units } from './units.ts';

/**
 * n-0: no outage is survived; dual-sourcing: as n-0 with two sources for each work package that has two; n-1: any one failure domain is lost;
 * n-2: any one or two.
 */
export type RungKind = 'n-0' | 'dual-sourcing' | 'n-1' | 'n-2';

/** What a plan reached of an aim, and what no plan that is as good in the aims before can beat. */
export interface CurveFigure {
  readonly value: number;
  readonly bound: number;
}

/** What is not known more closely than this: at least and at most. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** What the best plan of a rung costs beyond the best plan of n-0. */
export interface Premium {
  /** Euro over the horizon. */
  readonly euro: Interval;
  /** As a fraction of the cost of n-0; null where that is not known to be above 0. */
  readonly share: Interval | null;
  /** False: more or less is missing than in n-0, so that the two do not pay for the same. */
  readonly sameShortfall: boolean;
}

/** How a plan stands against the yardstick of the curve. */
export interface Standing {
  /** Outages that leave something unprotected. */
  readonly failing: number;
  /** Σ over these of what they leave unprotected, in weighted units. */
  readonly unprotected: Units;
  /** The most that one of them leaves unprotected of what the plan delivers while it is felt. */
  readonly worst: Fraction;
}

/** One rung: a scenario of its own, and the plan of it. */
export interface CurvePoint {
  /** `n-1-80`: also the name of its folder. */
  readonly name: string;
  readonly rung: RungKind;
  /** Null where nothing is asked of outages. */
  readonly serviceLevel: Fraction | null;
  readonly status: PlanStatus;
  readonly hit: PlanLimits['hit'];
  /** Of the scenario of the rung. */
  readonly scenario: string;
  /** Digest. */
  readonly plan: string;
  /** The rung beside it whose plan this is, where its own search found none better; null: its own. */
  readonly carriedFrom: string | null;
  readonly shortfall: CurveFigure | null;
  /** Over all outages of the rung, in weighted units; null where nothing is asked of them. */
  readonly unprotected: CurveFigure | null;
  readonly cost: CurveFigure | null;
  readonly members: number;
  /** Awards without volume. */
  readonly standby: number;
  /** Null where there is no plan, or the assessment was ended before it was done. */
  readonly standing: Standing | null;
  /** Null for n-0 itself, and where one of the two has no plan. */
  readonly premium: Premium | null;
  /** Rules that cannot hold together, by id. */
  readonly conflict: readonly string[];
}

/** A rung that was not planned, and why: it has too many outages, or a stop came before. */
export interface LeftOut {
  readonly name: string;
  readonly why: 'too-many-outages' | 'stopped';
  /** How many, where they are too many. */
  readonly outages: number | null;
}

/** What robustness costs: plans of one scenario that have to survive more and more. */
export interface RobustnessCurve {
  readonly format: 'gilde-curve/1';
  /** As stated, with its own rules on outages. */
  readonly scenario: { readonly name: string; readonly sha256: string };
  readonly engine: { readonly name: string; readonly version: string };
  readonly seed: number;
  readonly limits: { readonly gap: Fraction; readonly timeLimit: number };
  readonly assumed: Omit<AssumedOutages, 'serviceLevel' | 'losses'>;
  /** What every plan is measured by: any one domain lost, at the highest service level. */
  readonly yardstick: { readonly serviceLevel: Fraction; readonly outages: number };
  /** From the loosest to the strictest. */
  readonly points: readonly CurvePoint[];
  readonly leftOut: readonly LeftOut[];
}
