import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readSweepFile } from '../../scenarios/read-sweep.ts';
import { casesOf } from '../../scenarios/sweep/cases.ts';
import { scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createWorkerEngine } from '../../solver/engines/worker-engine.node.ts';
import { createThreadCases } from '../../src/jobs/thread-cases.node.ts';
import { type CaseStore, runBatch } from '../../src/services/batch/run-batch.ts';
import { planScenario } from '../../src/services/plan-scenario.ts';
import { exampleOf } from './example.ts';
import { type Bench, measured } from './measurement.ts';

const at = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
const NOWHERE: CaseStore = { kept: async () => new Map(), keep: async () => undefined };
/** Plans of `gilde plan` that a batch is compared with. */
const APART = 5;

/** The two hundred cases of the crane's sweep, beside plans of the crane that are asked for one by one. */
const sweep: Bench = async () => {
  const apart = performance.now();
  for (let run = 0; run < APART; run++)
    execFileSync(process.execPath, [at('cli.js'), 'plan', 'scenarios/examples/crane', '--json'], { stdio: 'ignore' });
  const alone = (performance.now() - apart) / 1000 / APART;
  const read = readSweepFile('crane-sweep.yaml', readFileSync('scenarios/examples/crane-sweep.yaml', 'utf8'));
  if (!read.ok) throw new Error('the sweep has problems');
  const cases = casesOf(read.value.sweep);
  const scenario = await exampleOf('crane');
  const now = () => performance.now();
  return measured('crane: a sweep of what-ifs', cases.length, async () => {
    const threads = availableParallelism();
    const engine = createWorkerEngine(createHighsEngine(), at('solver-worker.node.js'), threads);
    const { plan: parent } = await planScenario({
      ctx: { engine, now },
      input: { scenario, sha256: await scenarioSha256(scenario) },
    });
    await engine.close();
    const runner = createThreadCases(at('case-worker.node.js'), threads, {
      ...{ scenario, settings: {}, version: 'bench', parent },
    });
    const begun = now();
    const rows = await runBatch({ ctx: { runner, store: NOWHERE, now }, input: { cases } });
    await runner.close();
    const each = (now() - begun) / 1000 / cases.length;
    const planned = rows.filter(({ result }) => result?.status === 'optimal').length;
    return `${planned} planned to the wanted gap; ${each.toFixed(2)} s a case, ${alone.toFixed(2)} s a plan by itself: ${(alone / each).toFixed(1)}×`;
  });
};

export const batchBenches: readonly Bench[] = [sweep];
