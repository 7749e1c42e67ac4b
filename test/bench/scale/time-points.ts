import type { AimName, Plan } from '../../../scenarios/domain/plan.ts';
import type { PlanHooks } from '../../../solver/plan.ts';
import { relativeGap } from '../../../solver/relative-gap.ts';

type Progress = Parameters<NonNullable<PlanHooks['progress']>>[0];

/** Seconds since the start until something was first known; null: it never was. */
export interface TimePoints {
  /** A complete plan. */
  readonly first: number | null;
  /** The shortfall settled, and the cost within 1 %, or half a percent, of what is proven. */
  readonly onePercent: number | null;
  readonly halfPercent: number | null;
}

/** Who is told of better plans and of progress, and knows when what was reached. */
export interface PointWatch {
  readonly better: (plan: Plan) => void;
  readonly progress: (event: Progress) => void;
  readonly points: () => TimePoints;
}

/** A shortfall this much above what is proven is the same to anybody. */
const A_MILLIONTH = 1e-6;

/**
 * Watches a search. Only whole plans count, as a stop would leave them, not what an engine has in hand; a bound counts when it is told for
 * the cost after a plan with settled shortfall is known, since before it may be one of another cap. `settledWithin`: the relative gap at
 * which the shortfall is as good as decided. `seconds`: since the start.
 */
export function watchPoints(seconds: () => number, settledWithin: number): PointWatch {
  let points: TimePoints = { first: null, onePercent: null, halfPercent: null };
  let cost: number | undefined;
  let bound = Number.NEGATIVE_INFINITY;
  const note = (): void => {
    if (cost === undefined) return;
    const gap = relativeGap(cost, bound);
    const at = seconds();
    points = {
      first: points.first,
      onePercent: points.onePercent ?? (gap <= 0.01 + A_MILLIONTH ? at : null),
      halfPercent: points.halfPercent ?? (gap <= 0.005 + A_MILLIONTH ? at : null),
    };
  };
  return {
    better(plan) {
      if (plan.aims.length === 0) return;
      points = { ...points, first: points.first ?? seconds() };
      const shortfall = aimOf(plan, 'shortfall');
      const room = Math.max(A_MILLIONTH, settledWithin * Math.abs(shortfall.value));
      if (shortfall.value - shortfall.bound > room) return;
      const told = aimOf(plan, 'cost');
      cost = told.value;
      bound = Math.max(bound, told.bound);
      note();
    },
    progress(event) {
      if (event.aim !== 'cost' || event.bound === null || cost === undefined) return;
      bound = Math.max(bound, event.bound);
      note();
    },
    points: () => points,
  };
}

const aimOf = (plan: Plan, name: AimName) => plan.aims.find(({ aim }) => aim === name)!;
