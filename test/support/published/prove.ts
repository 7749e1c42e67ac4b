import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { EngineName } from '../../../solver/engines/engine.ts';
import type { Instance } from './instance.ts';
import { scenarioTexts } from './scenario-texts.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;

/** The gap asked for, relative; a plan within it is within the tolerance of the comparison. */
const GAP = '1e-7';

interface Seconds {
  readonly wallClock: number;
  /** Of all threads of the process: what a busy machine changes least. */
  readonly processor: number;
}

/** What the command line made of a published problem. */
export interface Proof {
  readonly plan: Plan;
  /** Of `gilde plan`, start of the program included. */
  readonly seconds: Seconds;
  /** The answer of `gilde verify`; 0 means that the plan holds. */
  readonly verified: Ended;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a problem is planned. */
export interface Asked {
  readonly engine: EngineName;
  /** Seconds that the plan may take. */
  readonly timeLimit: number;
}

/**
 * Writes the problem as a scenario folder below `folder`, plans and verifies it with the built command. Rejects where the command gives
 * no plan, e.g. because the engine refuses the model.
 */
export async function prove(instance: Instance, folder: string, { engine, timeLimit }: Asked): Promise<Proof> {
  const scenario = join(folder, instance.name);
  await mkdir(scenario, { recursive: true });
  for (const [name, text] of Object.entries(scenarioTexts(instance))) await writeFile(join(scenario, name), text);
  const out = join(folder, 'out', engine, instance.name);
  const began = performance.now();
  const options = ['--engine', engine, '--gap', GAP, '--time', String(timeLimit), '--out', out, '--json'];
  const planned = await gilde(['plan', scenario, ...options]);
  const wallClock = (performance.now() - began) / 1000;
  if (planned.code !== 0) throw new Error(`gilde plan ${instance.name} ended with ${planned.code}: ${planned.stderr}`);
  const verified = await gilde(['verify', join(out, 'plan.json'), '--scenario', scenario]);
  return { plan: JSON.parse(planned.stdout), seconds: { wallClock, processor: processorSeconds(planned) }, verified };
}

/** A preload that tells on stderr, at the end of each thread, the processor time of the process so far. */
const TELL_PROCESSOR = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write('processor microseconds: ' + (user + system) + '\\n');
});`;

const processorSeconds = ({ stderr }: Ended): number =>
  Math.max(...Array.from(stderr.matchAll(/processor microseconds: (\d+)/g), ([, told]) => Number(told))) / 1e6;

function gilde(argv: readonly string[]): Promise<Ended> {
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(TELL_PROCESSOR)}`];
  return new Promise((resolve) => {
    const most = { maxBuffer: 256 * 1024 * 1024 };
    execFile(process.execPath, [...preload, join(ROOT, 'dist/cli.js'), ...argv], most, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}
