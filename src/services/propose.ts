import type { Plan } from '../../scenarios/domain/plan.ts';
import { compareProposals, type Figures } from '../../solver/proposals/compare.ts';
import type { Proposal, Skipped } from '../../solver/proposals/proposal.ts';
import { type ProposeHooks, propose as seek } from '../../solver/proposals/propose.ts';
import { type Verification, verifyPlan } from '../../solver/verify.ts';
import { askedOf, hooksOf, listenerOf, type PlanScenarioInput } from './plan-scenario.ts';
import type { Ports } from './ports.ts';
import { newTimeline, type TimelineRow } from './timeline.ts';

export type { Figures, Skipped };

/** Which proposal is worked on. */
export type ProposalTurn = Parameters<NonNullable<ProposeHooks['turn']>>[0];
/** Where the search for the least measure of a proposal stands. */
export type MeasureProgress = Parameters<NonNullable<ProposeHooks['measured']>>[0];

export interface ProposeInput extends PlanScenarioInput {
  /** How many proposals at most. */
  readonly wanted: number;
  /** How much dearer than the cheapest each may be, as a fraction. */
  readonly allowance: number;
  readonly turn?: (turn: ProposalTurn) => void;
  readonly measured?: (progress: MeasureProgress) => void;
}

export interface ProposedPlan extends Omit<Proposal, 'seconds'> {
  readonly figures: Figures;
  /** Of the plan against the scenario as stated; what does not hold must not be shown or stored. */
  readonly verification: Verification;
  /** When each better plan and each better bound of its aims came since this proposal was begun, oldest first. */
  readonly timeline: readonly TimelineRow[];
  readonly seconds: { readonly solve: number; readonly verify: number };
}

export interface ProposedPlans {
  /** The first is the cheapest; where it has no plan it is the only one. */
  readonly proposals: readonly ProposedPlan[];
  readonly skipped: readonly Skipped[];
}

/** Why there are no proposals for this scenario, in words for a planner; undefined when there are. */
export const proposeRefusal = ({
  input: { scenario },
}: {
  input: Pick<ProposeInput, 'scenario'>;
}): string | undefined => {
  if (scenario.demandCases)
    return 'proposals for several demand cases are not available yet, as they are compared by what one demand comes to: leave demandCases out, or --proposals';
  if (scenario.rules.some(({ rule }) => rule === 'survive-outage'))
    return 'proposals that survive outages are not available yet, as they are compared by cost alone: leave the rule survive-outage out, or --proposals';
  return undefined;
};

/**
 * Seeks plans that differ on purpose, verifies each from the scenario alone, and compares them. Better plans on the way are told of the
 * first, the cheapest. Throws for a scenario that {@link proposeRefusal} refuses.
 */
export async function proposePlans({ ctx, input }: { ctx: Ports; input: ProposeInput }): Promise<ProposedPlans> {
  const refusal = proposeRefusal({ input });
  if (refusal !== undefined) throw new Error(refusal);
  const timelines = new Map<number, ReturnType<typeof newTimeline>>();
  let current = newTimeline();
  const began = ctx.now();
  const better = (found: Plan): void => {
    const seconds = (ctx.now() - began) / 1000;
    current.tell({ seconds, plan: found.aims });
    input.better?.(found, seconds);
  };
  const { proposals, skipped } = await seek({
    ...askedOf(input),
    engine: ctx.engine,
    wanted: input.wanted,
    allowance: input.allowance,
    ...(input.better && listenerOf({ ...input, better, engine: ctx.engine })),
    hooks: {
      now: ctx.now,
      ...hooksOf(input),
      ...(input.measured && { measured: input.measured }),
      progress: (event) => {
        current.tell(event);
        input.progress?.(event);
      },
      turn: (turn) => {
        current = newTimeline();
        timelines.set(turn.number, current);
        input.turn?.(turn);
      },
    },
  });
  const figures = compareProposals(input.scenario, proposals);
  const verified: ProposedPlan[] = [];
  for (const [position, proposal] of proposals.entries()) {
    const from = ctx.now();
    const verification = await verifyPlan(input.scenario, proposal.plan, ctx.engine);
    const seconds = { solve: proposal.seconds, verify: (ctx.now() - from) / 1000 };
    const { tell, rows: timeline } = timelines.get(position + 1) ?? newTimeline();
    tell({ seconds: proposal.seconds, plan: proposal.plan.aims });
    verified.push({ ...proposal, figures: figures[position]!, verification, timeline, seconds });
  }
  return { proposals: verified, skipped };
}
