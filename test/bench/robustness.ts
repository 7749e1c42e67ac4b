import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { checkedEngine } from '../../solver/engines/checked.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { assess } from '../../solver/outages/assess.ts';
import { operationOfPlan } from '../../solver/outages/operation-of-plan.ts';
import { outageTerms } from '../../solver/outages/terms.ts';
import { planScenario } from '../../solver/plan.ts';
import { planningProblem } from '../../solver/problem.ts';
import { exampleOf } from './example.ts';
import { type Bench, measured } from './measurement.ts';

/** The plan of the crane example against the loss of each supplier from each period on. */
export const robustnessBenches: readonly Bench[] = [
  async () => {
    const scenario = await exampleOf('crane');
    const engine = createHighsEngine(createHighsLoader());
    const hooks = { now: () => performance.now() };
    const plan = await planScenario({ scenario, sha256: await scenarioSha256(scenario), engine, hooks });
    const operation = operationOfPlan(planningProblem(scenario), plan);
    const terms = outageTerms({ domains: ['supplier'] }, scenario);
    return measured('crane: assess all outages', scenario.suppliers.length * scenario.calendar.periods, async () => {
      const found = await assess(operation, terms, { engine: checkedEngine(engine) });
      return found ? `${found.unprotected.length} of ${found.outages} leave something unprotected` : 'not assessed';
    });
  },
];
