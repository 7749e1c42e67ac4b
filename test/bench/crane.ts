import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { formulate } from '../../solver/formulate.ts';
import { aims } from '../../solver/objectives/index.ts';
import { planScenario } from '../../solver/plan.ts';
import { planningProblem } from '../../solver/problem.ts';
import { verifyPlan } from '../../solver/verify.ts';
import { exampleOf, filesOf } from './example.ts';
import { type Bench, measured } from './measurement.ts';

/** The files of the crane example. */
export const craneFiles = () => filesOf('crane');

const crane = () => exampleOf('crane');

async function plan(scenario: Scenario) {
  const engine = createHighsEngine(createHighsLoader());
  const hooks = { now: () => performance.now() };
  return planScenario({ scenario, sha256: await scenarioSha256(scenario), engine, hooks });
}

/** From the files of the crane example to a verified plan, step by step. */
export const craneBenches: readonly Bench[] = [
  async () => {
    const files = filesOf('crane');
    const lines = [...files.values()].reduce((sum, bytes) => sum + bytes.filter((byte) => byte === 10).length, 0);
    return measured('crane: read and check all files', lines, async () => {
      const read = await readScenarioFolder(files);
      return read.ok ? 'no problems' : `${read.problems.length} problems`;
    });
  },
  async () => {
    const scenario = await crane();
    return measured('crane: sets and model build', scenario.suppliers.length, () => {
      const { model } = formulate(planningProblem(scenario), aims.at(-1)!);
      return `${model.rows.length} rows × ${model.columns.length} columns, ${model.values.length} terms`;
    });
  },
  async () => {
    const scenario = await crane();
    return measured('crane: plan, monolithic', scenario.suppliers.length, async () => {
      const { status, aims: reached } = await plan(scenario);
      return [status, ...reached.map(({ aim, gap }) => `${aim} gap ${(100 * gap).toFixed(2)} %`)].join(', ');
    });
  },
  async () => {
    const scenario = await crane();
    const found = await plan(scenario);
    return measured('crane: verify', found.production.length, async () => {
      const { holds, violations } = await verifyPlan(scenario, found);
      return holds ? 'holds' : `${violations.length} violations`;
    });
  },
];
