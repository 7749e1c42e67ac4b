import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { simulationTerms } from '../../scenarios/wire/simulation-schema.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { planScenario } from '../../src/services/plan-scenario.ts';
import { simulatePlan } from '../../src/services/simulate-plan.ts';
import { exampleOf } from './example.ts';
import { type Bench, measured } from './measurement.ts';

/** A thousand runs of an example's plan in this thread, with outages as stated and every spread. */
const runs =
  (name: 'tiny' | 'crane'): Bench =>
  async () => {
    const scenario = await exampleOf(name);
    const sha256 = await scenarioSha256(scenario);
    const ctx = { engine: createHighsEngine(createHighsLoader()), now: () => performance.now() };
    const { plan } = await planScenario({ ctx, input: { scenario, sha256, settings: { gap: 0.05 } } });
    const stated = {
      outageProbability: 0.05,
      demandSpread: 0.1,
      periodDemandSpread: 0.1,
      yieldLoss: 0.03,
      lateness: 0.1,
    };
    const terms = simulationTerms.parse(stated);
    const before = performance.now();
    return measured(`${name}: ${terms.runs} simulated runs, one thread`, plan.awards.length, async () => {
      const { service } = await simulatePlan({ ctx: {}, input: { scenario, sha256, plan, terms } });
      const perSecond = (terms.runs / (performance.now() - before)) * 1000;
      return `${perSecond.toFixed(0)} runs a second; ${(service.mean.value * 100).toFixed(2)} % delivered in time`;
    });
  };

export const simulationBenches: readonly Bench[] = [runs('tiny'), runs('crane')];
