import type { AimResult, Plan, PlanLimits } from '../../scenarios/domain/plan.ts';
import type { MeasureName, ProposalName } from './purpose.ts';

/** What a proposal reached in one aim or in its own measure, and what no plan within the allowance can beat. */
export interface ProposalAim extends Omit<AimResult, 'aim'> {
  readonly aim: AimResult['aim'] | MeasureName;
}

/** One of several plans that differ on purpose. */
export interface Proposal {
  readonly name: ProposalName;
  /** Complete; its bounds are the scenario's. */
  readonly plan: Plan;
  /** The shortfall, its own measure, and the cost bounded among the plans with that measure. */
  readonly aims: readonly ProposalAim[];
  /** What ended its own search early. */
  readonly hit: PlanLimits['hit'];
  readonly seconds: number;
}

/** Why a purpose has no proposal of its own. */
export type Skipped = { readonly name: ProposalName } /** It cannot tell plans of this scenario apart. */ & (
  | { readonly why: 'pointless'; readonly reason: string }
  /** Proposal number `by` has the best measure that was found, `value`; none within the allowance is below `bound`. */
  | {
      readonly why: 'met';
      readonly by: number;
      readonly value: number;
      readonly bound: number;
      readonly hit: PlanLimits['hit'];
    }
  /** No plan within the allowance differs as much as it has to. */
  | { readonly why: 'impossible' }
  /** A limit came first. */
  | { readonly why: 'undecided'; readonly hit: PlanLimits['hit'] }
  | { readonly why: 'stopped' }
);

export interface Proposals {
  /** The first is the cheapest; it may be without a plan, and is then the only one. */
  readonly proposals: readonly Proposal[];
  /** In the order of the purposes. */
  readonly skipped: readonly Skipped[];
}
