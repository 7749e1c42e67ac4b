import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { checkedEngine } from '../../solver/engines/checked.ts';
import type { Engine } from '../../solver/engines/engine.ts';
import { lastAimOf } from '../../solver/export/last-aim.ts';
import type { LinearModel } from '../../solver/model/linear-model.ts';
import { planOf } from '../../solver/plan.ts';
import { planningProblem } from '../../solver/problem.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';

/** The model that `gilde export` writes, and the plan of the same scenario as a point of it. */
export interface ExportedPlan {
  readonly model: LinearModel;
  readonly plan: Plan;
  /** What the plan's solution has in each column of the model, in their order. */
  readonly values: Float64Array;
}

const clock = { now: () => performance.now() };

/** Plans by the monolithic strategy and exports; throws where either has no solution. */
export async function exportedPlan(scenario: Scenario, engine: Engine): Promise<ExportedPlan> {
  const problem = planningProblem(scenario);
  const decided = await monolithic.decide(problem, checkedEngine(engine), clock);
  if (!('solution' in decided)) throw new Error(`the plan of ${scenario.name} is ${decided.status}`);
  const exported = await lastAimOf(scenario, engine, clock);
  if (exported.status !== 'ready') throw new Error(`the export of ${scenario.name} is ${exported.status}`);
  const heading = { scenario, sha256: await scenarioSha256(scenario), engine, strategy: monolithic };
  const plan = await planOf(heading, problem, decided);
  return { model: exported.model, plan, values: decided.solution.values };
}
