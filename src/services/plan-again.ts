import type { Plan } from '../../scenarios/domain/plan.ts';
import { type Scenario, STRATEGY_NAMES } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { type PlannedScenario, planScenario } from './plan-scenario.ts';
import type { Ports } from './ports.ts';

export interface PlanAgainInput {
  /** A scenario like the one of the plan. */
  readonly scenario: Scenario;
  /** Its gap, seed and strategy are asked for again. */
  readonly like: Plan;
  /** Seconds. */
  readonly timeLimit: number;
  /** Branch-and-bound nodes of each aim; null: no limit. */
  readonly workLimit: number | null;
  /** To start from, where the strategy can. */
  readonly parent?: Plan;
  readonly stop?: Int32Array;
}

/** Plans a scenario as a plan of another one was made, and verifies it. */
export async function planAgain({ ctx, input }: { ctx: Ports; input: PlanAgainInput }): Promise<PlannedScenario> {
  const { scenario, like, timeLimit, workLimit, parent, stop } = input;
  const strategy = STRATEGY_NAMES.find((name) => name === like.strategy);
  const settings = {
    ...{ gap: like.limits.gap, timeLimit, seed: like.seed },
    ...(workLimit === null ? {} : { workLimit }),
    ...(strategy && { strategy }),
  };
  const sha256 = await scenarioSha256(scenario);
  const asked = { scenario, sha256, settings, ...(parent && { parent }), ...(stop && { stop }) };
  return planScenario({ ctx, input: asked });
}
