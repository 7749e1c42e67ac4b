import { expect } from 'vitest';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { planScenario } from '../../solver/plan.ts';
import { kernel } from '../../solver/strategies/kernel/strategy.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { engineOfTests } from './plan-small.ts';

/** HiGHS as if its memory were capped: then the kernel strategy decides nothing whole. */
export const roundsOnly = { ...engineOfTests, memory: 2 ** 27 };

/** The plan by the rounds of the kernel strategy alone, verified. */
export async function byRounds(stated: Scenario): Promise<Plan> {
  const plan = await planScenario({
    scenario: stated,
    sha256: await scenarioSha256(stated),
    engine: roundsOnly,
    strategy: kernel,
    hooks: { now: () => performance.now() },
  });
  expect((await verifyPlan(stated, plan)).violations).toEqual([]);
  return plan;
}
