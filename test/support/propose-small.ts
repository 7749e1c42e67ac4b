import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { type ProposeInput, propose } from '../../solver/proposals/propose.ts';
import { engineOfTests as engine } from './highs.ts';

/** Proposals for a small scenario, by HiGHS in this thread: four within 5 % unless a test says otherwise. */
export async function proposeSmall(scenario: Scenario, asked: Partial<ProposeInput> = {}) {
  return propose({
    scenario,
    sha256: await scenarioSha256(scenario),
    engine,
    hooks: { now: () => performance.now() },
    wanted: 4,
    allowance: 0.05,
    ...asked,
  });
}
