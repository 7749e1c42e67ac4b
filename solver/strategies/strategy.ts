import type {
  AimName,
  CasePriceCertificate,
  Plan,
  PlanLimits,
  PlanStatus,
  PriceCertificate,
} from '../../scenarios/domain/plan.ts';
import type { StrategyName } from '../../scenarios/domain/scenario.ts';
import type { Engine } from '../engines/engine.ts';
import type { Variables } from '../model/variables.ts';
import type { RuleAssessed } from '../outages/plan-rows.ts';
import type { PlanningProblem } from '../problem.ts';

/** What a running plan tells: the aim at work, its best value and bound so far. */
interface PlanProgress {
  readonly aim: AimName;
  readonly stage: string;
  readonly incumbent: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Since the start of the plan. */
  readonly seconds: number;
}

export interface PlanHooks {
  readonly progress?: (event: PlanProgress) => void;
  /** Becomes non-zero at index 0 when planning should stop with the best plan so far. */
  readonly stop?: Int32Array;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /**
   * Told of the first complete plan and of each that is lexicographically better than the one told before, as what a stop at this moment
   * would leave: status `feasible`, hit `interrupt`, the bounds proven so far. The search goes on when the promise resolves; an error
   * ends it.
   */
  readonly better?: (found: Found) => Promise<void> | void;
  /** Least seconds between two calls of `better` after the first; default 2. */
  readonly betterEvery?: number;
}

/** The values of the model's columns that make the plan. */
export interface Solution {
  /** What the columns are of, where that is a narrower problem than the one asked. */
  readonly problem?: PlanningProblem;
  readonly variables: Variables;
  readonly values: Float64Array;
}

/** A plan as a strategy finds it; `bounds` are in the order of the aims. */
export interface Found {
  readonly status: Extract<PlanStatus, 'optimal' | 'feasible'>;
  readonly solution: Solution;
  readonly bounds: readonly { readonly aim: AimName; readonly bound: number }[];
  readonly hit: PlanLimits['hit'];
  /** Of learning: the bounds of the pass that made it, which hold for plans that need its hours or more. */
  readonly conditional?: Found['bounds'];
  /** How it stands against the outages that rules have it survive, and how many of these entered its model. */
  readonly outages?: { readonly rules: readonly RuleAssessed[]; readonly entered: number };
  /** Prices that give these bounds; absent where the engine claims both. */
  readonly certificate?: PriceCertificate | CasePriceCertificate;
  /**
   * What the search has proven beside another plan with this shortfall: where that is less than this plan's, other bounds of the cost may hold.
   * Absent: no more than is told here.
   */
  readonly provenBeside?: (shortfall: number) => Pick<Found, 'bounds' | 'certificate'>;
}

/** What a strategy found; without a solution there is nothing but the status. */
export type Decided =
  | Found
  | { readonly status: 'infeasible'; readonly conflict: readonly string[] }
  | { readonly status: 'unknown'; readonly hit: PlanLimits['hit'] };

/** A way to decide a problem with an engine. */
export interface Strategy {
  readonly name: StrategyName;
  /** Why the engine does not take what this strategy gives it, in words for a planner: it is too large. Absent: it takes any. */
  readonly refusedBy?: (problem: PlanningProblem, engine: Engine) => string | undefined;
  /**
   * Decides the problem. `parent` is a plan of a scenario like this one, to start from where the strategy can: a hint that need not hold
   * here, and on which what is proven may not rest. The same problem with the same parent has the same answer.
   */
  readonly decide: (problem: PlanningProblem, engine: Engine, hooks: PlanHooks, parent?: Plan) => Promise<Decided>;
}
