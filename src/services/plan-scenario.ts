import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario, SolveSettings } from '../../scenarios/domain/scenario.ts';
import { type PlanHooks, type PlanInput, refusalBy, planScenario as solve } from '../../solver/plan.ts';
import { type Verification, verifyPlan } from '../../solver/verify.ts';
import type { Ports } from './ports.ts';

/** Where a solve stands: bound and incumbent of the aim at hand, seconds since the solve began. */
export type PlanProgress = Parameters<NonNullable<PlanHooks['progress']>>[0];

export interface PlanScenarioInput {
  readonly scenario: Scenario;
  /** Of the scenario as stated, before `settings` replace any of its own. */
  readonly sha256: string;
  /** Replaces the scenario's own solve settings where named. */
  readonly settings?: Partial<SolveSettings>;
  readonly progress?: (progress: PlanProgress) => void;
  /** Becomes non-zero at index 0 when the solve should stop and keep its best plan. */
  readonly stop?: Int32Array;
  /**
   * Told the plan that a stop at this moment would leave, first as soon as there is one, then each that is better by its aims in their
   * order. Only what holds against the scenario as stated is told. It costs a few linear models and a verification each time.
   */
  readonly better?: (plan: Plan) => Promise<void> | void;
  /** Least seconds between two calls of `better` after the first; default 2. */
  readonly betterEvery?: number;
}

export interface PlannedScenario {
  readonly plan: Plan;
  /** Of the plan against the scenario as stated; what does not hold must not be shown or stored. */
  readonly verification: Verification;
  /** Each change of bound or incumbent, oldest first. */
  readonly timeline: readonly PlanProgress[];
  readonly seconds: { readonly solve: number; readonly verify: number };
}

/** Why the engine at hand does not take a scenario, in words for a planner; undefined when it does. */
export const engineRefusal = ({
  ctx,
  input,
}: {
  ctx: Ports;
  input: { readonly scenario: Scenario };
}): string | undefined => refusalBy(ctx.engine, input.scenario);

/** Solves a scenario and verifies the plan from the scenario alone. Limits and infeasibility are statuses of the plan. */
export async function planScenario({ ctx, input }: { ctx: Ports; input: PlanScenarioInput }): Promise<PlannedScenario> {
  const timeline: PlanProgress[] = [];
  const progress = (event: PlanProgress): void => {
    if (isNews(timeline.at(-1), event)) timeline.push(event);
    input.progress?.(event);
  };
  const began = ctx.now();
  const plan = await solve({
    scenario: { ...input.scenario, solve: { ...input.scenario.solve, ...input.settings } },
    sha256: input.sha256,
    engine: ctx.engine,
    ...listenerOf(input),
    hooks: { now: ctx.now, progress, ...hooksOf(input) },
  });
  const solved = ctx.now();
  const verification = await verifyPlan(input.scenario, plan);
  const seconds = { solve: (solved - began) / 1000, verify: (ctx.now() - solved) / 1000 };
  return { plan, verification, timeline, seconds };
}

/** The listener of a solve for better plans: what holds goes on to the one of the input. */
export function listenerOf({ scenario, better }: PlanScenarioInput): Pick<PlanInput, 'better'> {
  if (!better) return {};
  return {
    async better(plan) {
      if ((await verifyPlan(scenario, plan)).holds) await better(plan);
    },
  };
}

/** The hooks of a solve that are the input's own. */
export const hooksOf = ({ stop, betterEvery }: PlanScenarioInput): Pick<PlanHooks, 'stop' | 'betterEvery'> => ({
  ...(stop && { stop }),
  ...(betterEvery !== undefined && { betterEvery }),
});

/** True where an event tells another bound or incumbent than the one before it. */
export const isNews = (last: PlanProgress | undefined, next: PlanProgress): boolean =>
  last?.aim !== next.aim || last.stage !== next.stage || last.bound !== next.bound || last.incumbent !== next.incumbent;
