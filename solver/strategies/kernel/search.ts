import { isStopped } from '../../engines/engine.ts';
import type { PlanningProblem } from '../../problem.ts';
import type { PlanHooks } from '../strategy.ts';
import type { Width } from './kernel-pairs.ts';
import type { NotedEngine } from './noting.ts';
import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';
import type { Standing } from './standing.ts';

/** A search in progress. */
export interface Search extends NotedEngine {
  readonly problem: PlanningProblem;
  readonly hooks: PlanHooks;
  readonly standing: Standing;
  readonly spent: () => number;
  /** Seconds in all. */
  readonly seconds: number;
  /** Where the next ascent of each aim begins. */
  readonly prices: { shortfall?: Multipliers; cost?: Multipliers };
  /** What the relaxation of the whole problem delivers, once it was asked for. */
  readonly relaxed: { deliveries?: readonly Float64Array[] };
  readonly arrays: { shortfall?: PriceProblem; cost?: PriceProblem };
}

/** How long prices ascend. */
export interface PriceTerms {
  readonly iterations: number;
  readonly steps: { readonly first: number; readonly last: number };
  /** Share of the wanted gap at which a bound is near enough to the best plan; a half unless stated. */
  readonly share?: number;
}

/** How much work a round is. */
export interface RoundTerms extends PriceTerms {
  readonly width: Width;
  /** Blocks of periods in the choice, and pairs that it decides together. */
  readonly blocks: number;
  readonly together: number;
  /** Relative gap at which the choice is good enough: it is one of several, and its model is coarse. */
  readonly gap: number;
}

export const isOver = ({ hooks, spent, seconds }: Search): boolean => isStopped(hooks) || spent() >= seconds;
export const isDone = ({ standing }: Search): boolean => standing.settled().every(Boolean);
