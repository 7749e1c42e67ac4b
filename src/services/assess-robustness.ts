import type { Plan } from '../../scenarios/domain/plan.ts';
import type { RobustnessReport } from '../../scenarios/domain/robustness.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { operationOfPlan } from '../../solver/outages/operation-of-plan.ts';
import { robustnessReport } from '../../solver/outages/report.ts';
import type { StatedTerms } from '../../solver/outages/terms.ts';
import { planningProblem } from '../../solver/problem.ts';
import type { Ports } from './ports.ts';

export type { StatedTerms } from '../../solver/outages/terms.ts';

export interface AssessRobustnessInput {
  readonly scenario: Scenario;
  /** A plan of the scenario: its status is optimal or feasible. */
  readonly plan: Plan;
  /** What is asked; what is absent is as its rule `survive-outage` states, else as its `robustness` says. */
  readonly terms: StatedTerms;
  /** For everything together; absent: as long as it takes. */
  readonly seconds?: number;
  /** Becomes non-zero at index 0 when nothing more is wanted. */
  readonly stop?: Int32Array;
}

/** How a plan stands against outages; undefined where time was up, or a stop came, before all was assessed. */
export async function assessRobustness({
  ctx,
  input,
}: {
  ctx: Ports;
  input: AssessRobustnessInput;
}): Promise<RobustnessReport | undefined> {
  const { scenario, plan, terms, seconds, stop } = input;
  const until = seconds === undefined ? undefined : ctx.now() + 1000 * seconds;
  const of = { scenario: { name: scenario.name, sha256: await scenarioSha256(scenario) }, plan: plan.digest };
  return robustnessReport(operationOfPlan(planningProblem(scenario), plan), terms, of, {
    engine: ctx.engine,
    ...(until !== undefined && { seconds: () => Math.max(0, (until - ctx.now()) / 1000) }),
    ...(stop && { hooks: { stop } }),
  });
}
