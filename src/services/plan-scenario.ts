import type { Plan } from '../../scenarios/domain/plan.ts';
import type { AskedSettings, Scenario } from '../../scenarios/domain/scenario.ts';
import { type PlanHooks, type PlanInput, refusalOf, planScenario as solve } from '../../solver/plan.ts';
import { type Verification, verifyPlan } from '../../solver/verify.ts';
import type { Engine, Ports } from './ports.ts';
import { newTimeline, type TimelineRow } from './timeline.ts';

/** Where a solve stands: bound and incumbent of the aim at hand, seconds since the solve began. */
export type PlanProgress = Parameters<NonNullable<PlanHooks['progress']>>[0];

export interface PlanScenarioInput {
  readonly scenario: Scenario;
  /** Of the scenario as stated, before `settings` replace any of its own. */
  readonly sha256: string;
  /** Replaces the scenario's own solve settings where named, and may name the strategy. */
  readonly settings?: AskedSettings;
  /** A plan of a scenario like this one, to start from; a strategy may leave it alone. */
  readonly parent?: Plan;
  readonly progress?: (progress: PlanProgress) => void;
  /** Becomes non-zero at index 0 when the solve should stop and keep its best plan. */
  readonly stop?: Int32Array;
  /**
   * Told the plan that a stop at this moment would leave, first as soon as there is one, then each that is better by its aims in their
   * order, and the seconds since the solve began. Only what holds against the scenario as stated is told. It costs a few linear models
   * and a verification each time.
   */
  readonly better?: (plan: Plan, seconds: number) => Promise<void> | void;
  /** Least seconds between two calls of `better` after the first; default 2. */
  readonly betterEvery?: number;
}

export interface PlannedScenario {
  readonly plan: Plan;
  /** Of the plan against the scenario as stated; what does not hold must not be shown or stored. */
  readonly verification: Verification;
  /** When the first plan, each better one and each better bound came, oldest first. */
  readonly timeline: readonly TimelineRow[];
  readonly seconds: { readonly solve: number; readonly verify: number };
}

/** Why a scenario cannot be solved here in the way that is asked for, in words for a planner; undefined when it can. */
export const solveRefusal = ({
  ctx,
  input: { scenario, settings },
}: {
  ctx: Ports;
  input: Pick<PlanScenarioInput, 'scenario' | 'settings'>;
}): string | undefined => refusalOf({ scenario, engine: ctx.engine, ...strategyOf(settings) });

/** Solves a scenario and verifies the plan from the scenario alone. Limits and infeasibility are statuses of the plan. */
export async function planScenario({ ctx, input }: { ctx: Ports; input: PlanScenarioInput }): Promise<PlannedScenario> {
  const { tell, rows: timeline } = newTimeline();
  const progress = (event: PlanProgress): void => {
    tell(event);
    input.progress?.(event);
  };
  const began = ctx.now();
  const better = (found: Plan): void => {
    const seconds = (ctx.now() - began) / 1000;
    tell({ seconds, plan: found.aims });
    input.better?.(found, seconds);
  };
  const plan = await solve({
    ...askedOf(input),
    engine: ctx.engine,
    ...(input.better && listenerOf({ ...input, better, engine: ctx.engine })),
    hooks: { now: ctx.now, progress, ...hooksOf(input) },
  });
  const solved = ctx.now();
  tell({ seconds: (solved - began) / 1000, plan: plan.aims });
  const verification = await verifyPlan(input.scenario, plan, ctx.engine);
  const seconds = { solve: (solved - began) / 1000, verify: (ctx.now() - solved) / 1000 };
  return { plan, verification, timeline, seconds };
}

/** What is to be solved, and how: the scenario with the settings that are asked for. */
export function askedOf({
  scenario,
  sha256,
  settings,
  parent,
}: PlanScenarioInput): Pick<PlanInput, 'scenario' | 'sha256' | 'strategy' | 'parent'> {
  const { strategy: _, ...solve } = settings ?? {};
  return {
    scenario: { ...scenario, solve: { ...scenario.solve, ...solve } },
    sha256,
    ...strategyOf(settings),
    ...(parent && { parent }),
  };
}

const strategyOf = (settings: AskedSettings | undefined): Pick<AskedSettings, 'strategy'> =>
  settings?.strategy === undefined ? {} : { strategy: settings.strategy };

/** The listener of a solve for better plans: what holds goes on to the one of the input. */
export function listenerOf({
  scenario,
  better,
  engine,
}: {
  readonly scenario: Scenario;
  readonly better?: (plan: Plan) => void;
  /** What plans are verified with, where a rule takes one. */
  readonly engine?: Engine;
}): Pick<PlanInput, 'better'> {
  if (!better) return {};
  return {
    async better(plan) {
      if ((await verifyPlan(scenario, plan, engine)).holds) await better(plan);
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
