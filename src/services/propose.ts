import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { compareProposals, type Figures } from '../../solver/proposals/compare.ts';
import type { Proposal, Skipped } from '../../solver/proposals/proposal.ts';
import { type ProposeHooks, propose as seek } from '../../solver/proposals/propose.ts';
import { type Verification, verifyPlan } from '../../solver/verify.ts';
import { hooksOf, isNews, listenerOf, type PlanProgress, type PlanScenarioInput } from './plan-scenario.ts';
import type { Ports } from './ports.ts';

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
  /** Each change of bound or incumbent of the plan's aims, oldest first. */
  readonly timeline: readonly PlanProgress[];
  readonly seconds: { readonly solve: number; readonly verify: number };
}

export interface ProposedPlans {
  /** The first is the cheapest; where it has no plan it is the only one. */
  readonly proposals: readonly ProposedPlan[];
  readonly skipped: readonly Skipped[];
}

/**
 * Seeks plans that differ on purpose, verifies each from the scenario alone, and compares them. Better plans on the way are told of the
 * first, the cheapest.
 */
export async function proposePlans({ ctx, input }: { ctx: Ports; input: ProposeInput }): Promise<ProposedPlans> {
  const scenario: Scenario = { ...input.scenario, solve: { ...input.scenario.solve, ...input.settings } };
  const timelines = new Map<number, PlanProgress[]>();
  let current: PlanProgress[] = [];
  const { proposals, skipped } = await seek({
    scenario,
    sha256: input.sha256,
    engine: ctx.engine,
    wanted: input.wanted,
    allowance: input.allowance,
    ...listenerOf(input),
    hooks: {
      now: ctx.now,
      ...hooksOf(input),
      ...(input.measured && { measured: input.measured }),
      progress: (event) => {
        if (isNews(current.at(-1), event)) current.push(event);
        input.progress?.(event);
      },
      turn: (turn) => {
        current = [];
        timelines.set(turn.number, current);
        input.turn?.(turn);
      },
    },
  });
  const figures = compareProposals(input.scenario, proposals);
  const verified: ProposedPlan[] = [];
  for (const [position, proposal] of proposals.entries()) {
    const from = ctx.now();
    const verification = await verifyPlan(input.scenario, proposal.plan);
    const seconds = { solve: proposal.seconds, verify: (ctx.now() - from) / 1000 };
    const timeline = timelines.get(position + 1) ?? [];
    verified.push({ ...proposal, figures: figures[position]!, verification, timeline, seconds });
  }
  return { proposals: verified, skipped };
}
