import type { SurviveOutage } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { checkedEngine } from '../../solver/engines/checked.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { assess } from '../../solver/outages/assess.ts';
import { operationOfPlan } from '../../solver/outages/operation-of-plan.ts';
import { robustnessReport } from '../../solver/outages/report.ts';
import { outageTerms } from '../../solver/outages/terms.ts';
import { planScenario } from '../../solver/plan.ts';
import { planningProblem } from '../../solver/problem.ts';
import { planScenario as planAndVerify } from '../../src/services/plan-scenario.ts';
import { type Example, exampleOf } from './example.ts';
import { type Bench, measured } from './measurement.ts';

const createEngine = () => createHighsEngine(createHighsLoader());
const now = () => performance.now();

/** Each supplier, two periods to recover, a fifth more hours meanwhile, nine tenths of the service. */
const asked = {
  ...{ domains: ['supplier'], serviceLevel: 0.9, timeToRecover: 2, surge: 0.2 },
  ...{ losses: 1, requalification: false },
} as const satisfies Omit<SurviveOutage, 'id' | 'rule'>;

const outagesIn = ({ suppliers, calendar }: Scenario): number => suppliers.length * calendar.periods;

/** `12.3 s of processor`, since a moment. */
function processorSince(before: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1e6).toFixed(1)} s of processor`;
}

/** The operation of the crane's plan, which was made as if outages were no matter. */
async function craneOperation() {
  const scenario = await exampleOf('crane');
  const sha256 = await scenarioSha256(scenario);
  const plan = await planScenario({ scenario, sha256, engine: createEngine(), hooks: { now } });
  return { scenario, sha256, plan, operation: operationOfPlan(planningProblem(scenario), plan) };
}

/** An example that is to survive the loss of any supplier, planned and verified, every better plan on the way as well. */
const planned =
  (name: Example, settings: { readonly gap: number; readonly timeLimit: number }): Bench =>
  async () => {
    const example = await exampleOf(name);
    const scenario: Scenario = {
      ...example,
      rules: [...example.rules, { id: 'n-1', rule: 'survive-outage', ...asked }],
    };
    const sha256 = await scenarioSha256(scenario);
    return measured(`${name}: plan with N-1`, outagesIn(scenario), async () => {
      const before = process.cpuUsage();
      const input = { scenario, sha256, settings, better: () => undefined };
      const { plan, verification } = await planAndVerify({ ctx: { engine: createEngine(), now }, input });
      const aims = plan.aims.map(({ aim, value, bound }) => `${aim} ${value.toFixed(1)}, at least ${bound.toFixed(1)}`);
      const shaped = plan.robustness.assessed
        ? `${plan.robustness.entered} outages shaped it, ${plan.robustness.unprotected.length} leave something`
        : 'not assessed';
      const holds = verification.holds ? 'verified' : 'NOT verified';
      return [plan.status, ...aims, shaped, holds, processorSince(before)].join('; ');
    });
  };

/** Plans against the loss of each supplier from each period on. */
export const robustnessBenches: readonly Bench[] = [
  async () => {
    const { scenario, operation } = await craneOperation();
    return measured('crane: assess all outages', outagesIn(scenario), async () => {
      const before = process.cpuUsage();
      const engine = checkedEngine(createEngine());
      const found = await assess(operation, outageTerms(asked, scenario), { engine });
      if (!found) return 'not assessed';
      return `${found.unprotected.length} of ${found.outages} leave something unprotected; ${processorSince(before)}`;
    });
  },
  async () => {
    const { scenario, sha256, plan, operation } = await craneOperation();
    return measured('crane: report of robustness', outagesIn(scenario), async () => {
      const before = process.cpuUsage();
      const of = { scenario: { name: scenario.name, sha256 }, plan: plan.digest };
      const report = await robustnessReport(operation, asked, of, { engine: checkedEngine(createEngine()) });
      return report ? `${report.domains.length} losses told; ${processorSince(before)}` : 'not assessed';
    });
  },
  planned('crane', { gap: 0.03, timeLimit: 400 }),
  planned('radar-mast', { gap: 0.03, timeLimit: 265 }),
];
