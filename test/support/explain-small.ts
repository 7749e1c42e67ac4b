import type { Explanation } from '../../scenarios/domain/explanation.ts';
import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import type { Engine } from '../../solver/engines/engine.ts';
import { explainPlan, type Questions } from '../../solver/explain/explain.ts';
import { engineOfTests } from './highs.ts';
import { planSmall } from './plan-small.ts';

const LIMITS = { seconds: 600, work: null };

const portsOf = (engine: Engine) => ({
  engine,
  now: () => performance.now(),
  plan: (changed: Scenario) => planSmall(changed),
});

/** What there is to say about the plan of a small scenario, each re-solve by HiGHS in this thread. */
export async function explainSmall(
  scenario: Scenario,
  plan: Plan,
  questions: Questions = {},
  engine: Engine = engineOfTests,
): Promise<Explanation> {
  const sha256 = await scenarioSha256(scenario);
  return explainPlan({ scenario, sha256, plan, questions, limits: LIMITS }, portsOf(engine));
}
