import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { StressReport } from '../../scenarios/domain/stress.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { operationOfPlan } from '../../solver/outages/operation-of-plan.ts';
import { planningProblem } from '../../solver/problem.ts';
import { stressReport } from '../../solver/stress/report.ts';
import type { StatedStress } from '../../solver/stress/stage.ts';
import type { Ports } from './ports.ts';

export type { StatedStress } from '../../solver/stress/stage.ts';

export interface StressPlanInput {
  readonly scenario: Scenario;
  /** A plan of the scenario: its status is optimal or feasible. */
  readonly plan: Plan;
  /** What is asked; what is absent is as the scenario's `robustness` says. */
  readonly terms: StatedStress;
  /** For all kinds of domain together. */
  readonly seconds: number;
  /** Becomes non-zero at index 0 when what is known is enough. */
  readonly stop?: Int32Array;
}

/** How many have to be lost at once for a plan to break; what is not proven when time is up, or a stop comes, is told with bounds. */
export async function stressPlan({ ctx, input }: { ctx: Ports; input: StressPlanInput }): Promise<StressReport> {
  const { scenario, plan, terms, seconds, stop } = input;
  const until = ctx.now() + 1000 * seconds;
  const of = { scenario: { name: scenario.name, sha256: await scenarioSha256(scenario) }, plan: plan.digest };
  return stressReport(operationOfPlan(planningProblem(scenario), plan), terms, of, {
    engine: ctx.engine,
    seconds: () => Math.max(0, (until - ctx.now()) / 1000),
    ...(stop && { hooks: { stop } }),
  });
}
