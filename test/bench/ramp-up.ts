import { rampUpFiles } from '../../scenarios/examples/crane-ramp-up/author/files.ts';
import { radarMastRampUpFiles } from '../../scenarios/examples/radar-mast/author/ramp-up.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { planScenario } from '../../solver/plan.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { type Bench, measured } from './measurement.ts';

/** A scenario with the rules of ramp-up, money, people and law, planned and verified. */
const planned =
  (name: string, files: () => ReadonlyMap<string, string>): Bench =>
  async () => {
    const bytes = [...files()].map(([file, text]) => [file, new TextEncoder().encode(text)] as const);
    const read = await readScenarioFolder(new Map(bytes));
    if (!read.ok) throw new Error(`${name} has problems`);
    const scenario = read.value;
    const sha256 = await scenarioSha256(scenario);
    const engine = createHighsEngine(createHighsLoader());
    return measured(`${name}: plan under all rules`, scenario.suppliers.length, async () => {
      const hooks = { now: () => performance.now() };
      const plan = await planScenario({ scenario, sha256, engine, hooks });
      const { holds } = await verifyPlan(scenario, plan);
      const gaps = plan.aims.map(({ aim, gap }) => `${aim} gap ${(100 * gap).toFixed(2)} %`);
      return [plan.status, ...gaps, holds ? 'verified' : 'NOT verified'].join(', ');
    });
  };

export const rampUpBenches: readonly Bench[] = [
  planned('crane-ramp-up', rampUpFiles),
  planned('radar-mast-ramp-up', radarMastRampUpFiles),
];
