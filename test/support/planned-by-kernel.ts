import { expect } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { type PlanInput, planScenario } from '../../solver/plan.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { engineOfTests } from './highs.ts';

/** HiGHS as if its memory were capped: then the kernel strategy decides nothing whole. */
export const roundsOnly = { ...engineOfTests, memory: 2 ** 27 };

/** The plan by the kernel strategy, verified. */
export async function plannedByKernel(stated: Scenario, more: Partial<PlanInput> = {}): Promise<Plan> {
  const input = { scenario: stated, sha256: await scenarioSha256(stated), engine: engineOfTests, strategy: kernel };
  const plan = await planScenario({ ...input, hooks: { now: () => performance.now() }, ...more });
  expect((await verifyPlan(stated, plan)).violations).toEqual([]);
  return plan;
}

/** The same by its rounds alone. */
export const byRounds = (stated: Scenario): Promise<Plan> => plannedByKernel(stated, { engine: roundsOnly });
