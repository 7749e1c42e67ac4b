import type { AimResult, PlanStatus } from '../../scenarios/domain/plan.ts';
import type { AskedSettings } from '../../scenarios/domain/scenario.ts';
import type { PlanProgress } from './plan-scenario.ts';
import type { ReadyPlan } from './ports.ts';

/** A solve that was asked for, as it crosses to where it is solved. */
export interface SolveRequest {
  /** JSON text of the scenario. */
  readonly document: string;
  /** Of the scenario. */
  readonly sha256: string;
  /** Replace the scenario's own. */
  readonly settings: AskedSettings;
  /** Text of a plan of a scenario like this one, to start from; one that cannot be read is as none. */
  readonly parent?: string;
  /** Text of the best plan of a worker that died, of a job that is to stop: the answer, if it holds and is one that a stop leaves. */
  readonly left?: string;
}

/** The best plan so far, verified: what a reader is told of it, and the packed text of its plan.json. */
export interface BetterPlan {
  readonly status: PlanStatus;
  readonly aims: readonly AimResult[];
  /** Since the solve began. */
  readonly seconds: number;
  readonly document: string;
}

/** What a solve tells on its way. */
export interface SolveNews {
  readonly progress: (progress: PlanProgress) => void;
  /** Told the digest of the plan that the solve starts from. */
  readonly from?: (digest: string) => void;
  readonly better: (best: BetterPlan) => void;
}

/** What a solve tells, and is told. */
export interface SolveHooks extends SolveNews {
  /** The solve should end and keep its best plan. */
  readonly stop: AbortSignal;
  /** Nobody wants the result any more: it need not come to an end. */
  readonly abandon: AbortSignal;
}

/** A plan that was verified, ready to be kept; or why there is none, in words for a planner. */
export type SolvedJob =
  | { readonly ok: true; readonly plan: ReadyPlan }
  | { readonly ok: false; readonly fault: string };

/** Solves a scenario from its text, wherever that is: in a thread, or in this isolate. What it throws is a bug, or was abandoned. */
export type SolveJob = (request: SolveRequest, hooks: SolveHooks) => Promise<SolvedJob>;
