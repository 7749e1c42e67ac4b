import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { parseScenarioDocument } from '../../scenarios/parse-document.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { planScenario } from '../../solver/plan.ts';
import { monolithic } from '../../solver/strategies/monolithic.ts';
import type { Strategy } from '../../solver/strategies/strategy.ts';
import { engineOfTests } from './highs.ts';

const clock = { now: () => performance.now() };

/** The normalised scenario of a document; throws with every problem when it has any. */
export async function parsed(document: Scenario): Promise<Scenario> {
  const checked = await parseScenarioDocument(JSON.parse(JSON.stringify(document)));
  if (!checked.ok) throw new Error(checked.problems.map(({ message, pointer }) => `${pointer}: ${message}`).join('\n'));
  return checked.value;
}

/** The plan of a small scenario, by HiGHS in this thread. */
export async function planSmall(scenario: Scenario, strategy: Strategy = monolithic): Promise<Plan> {
  return planScenario({
    scenario,
    sha256: await scenarioSha256(scenario),
    engine: engineOfTests,
    hooks: clock,
    strategy,
  });
}

/** Runs for a property: `often` as a rule, four times that with GILDE_LONG=1. */
export const runs = (often: number): number => (process.env['GILDE_LONG'] === '1' ? 4 * often : often);

/** The seed of a property test: GILDE_SEED to repeat a run; else the same in each quick run, and a new one in each long run. */
export function seedOf(): number {
  const stated = process.env['GILDE_SEED'];
  if (stated !== undefined) return Number(stated);
  return process.env['GILDE_LONG'] === '1' ? Math.trunc(Math.random() * 2 ** 31) : 848376231;
}
