import { aims } from '../objectives/index.ts';
import type { PlanningProblem } from '../problem.ts';
import type { Found } from './strategy.ts';

/** What a search has proven so far. */
export interface Proven {
  /** No plan has less shortfall. */
  readonly shortfall: (bound: number) => void;
  /** No plan with a shortfall of at most `most` costs less. */
  readonly cost: (bound: number, most: number) => void;
  /** The shortfall that the search has decided on. */
  readonly achieved: (shortfall: number) => void;
  /** The bounds that hold beside a plan with this shortfall; 0 where nothing is proven, since no aim can be negative. */
  readonly boundsAt: (shortfall: number) => Found['bounds'];
}

/** Bounds as they come in the course of a search; the best of those that hold counts. */
export function createProven(problem: PlanningProblem): Proven {
  const [shortfallAim, costAim] = [aims[0]!, aims[1]!];
  const tolerance = shortfallAim.tolerance(problem);
  let least = 0;
  let decided = Number.POSITIVE_INFINITY;
  /** By the shortfall up to which they hold. */
  const costs = new Map<number, number>();
  return {
    shortfall(bound) {
      least = Math.max(least, bound);
    },
    cost(bound, most) {
      costs.set(most, Math.max(bound, costs.get(most) ?? 0));
    },
    achieved(shortfall) {
      decided = Math.min(decided, shortfall);
    },
    boundsAt(shortfall) {
      // A bound on the cost speaks of all plans with the shortfall achieved and the tolerance; the tolerance may be used up already.
      const reach = Math.min(shortfall, decided) + tolerance;
      const bound = Math.max(0, ...[...costs].filter(([most]) => reach <= most).map(([, value]) => value));
      return [
        { aim: shortfallAim.name, bound: least },
        { aim: costAim.name, bound },
      ];
    },
  };
}
