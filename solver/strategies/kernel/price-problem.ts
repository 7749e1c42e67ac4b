import type { PlanningProblem } from '../../problem.ts';
import { type CountRules, countRules } from './count-rules.ts';
import { type FlowSide, flowSide } from './flow-side.ts';
import { type PairSide, pairSide } from './pair-side.ts';
import { transportFloors } from './transport-floors.ts';

/**
 * A planning problem and one of its aims as flat arrays, for bounds by prices. Periods count from 0 here; a row is a package and a period,
 * package · periods + period. Memory is 8 bytes for each row, need term, pair and supplier-process-period a few times over, and one byte
 * for each pair and period; where transport is priced, 8 bytes more for each pair and period of what is assembled of what is shipped.
 */
export interface PriceProblem extends FlowSide, PairSide, CountRules {
  /** 1 for least cost, 0 for least shortfall. */
  readonly priced: 0 | 1;
  /** Least cost: the most weighted shortfall that a plan may have. */
  readonly most: number;
  readonly periods: number;
  readonly packages: number;
}

/** Weighted shortfall; or cost among the plans with a weighted shortfall of at most `most` (achieved and tolerance). */
export type PricedAim = { readonly aim: 'shortfall' } | { readonly aim: 'cost'; readonly most: number };

/** From the planning problem to the arrays of {@link boundAt} for one aim. */
export function priceProblem(problem: PlanningProblem, aim: PricedAim): PriceProblem {
  const priced = aim.aim === 'cost' ? 1 : 0;
  const floors = transportFloors(problem);
  const pairs = pairSide(problem, priced, floors);
  return {
    priced,
    most: aim.aim === 'cost' ? aim.most : 0,
    periods: problem.horizon,
    packages: problem.packages.length,
    ...flowSide(problem, priced, floors),
    ...pairs,
    ...countRules(problem, pairs.position),
  };
}
