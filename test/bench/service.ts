import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { readScenario } from '../../src/services/read-scenario.ts';
import { end } from '../e2e/child.ts';
import { craneFiles } from './crane.ts';
import type { Bench, Measurement } from './measurement.ts';
import { readOn, readWords } from './reads.ts';
import { registryJson } from './registry-json.ts';
import { inFolder, keepPlans, peakOf, startReady, withService } from './running-service.ts';

const PLANS = 400;
const LIST = '/v1/plans?limit=50';
const LINES = 4;
const STARTS = 5;
/** Milliseconds for which reads are counted while nothing else runs. */
const IDLE = 8000;
const SOLVE = { timeLimit: 30 };
const SENT = 5;

const inMilliseconds = (seconds: number): string => `${Math.round(1000 * seconds)} ms`;

/** The middle one of some starts in seconds; `before` lays out the folder. */
const starts =
  (name: string, before: (file: string) => Promise<void>, anew: boolean): Bench =>
  async () => {
    const all: { readonly seconds: number; readonly peakMb: number }[] = [];
    for (let k = 0; k < STARTS; k += 1)
      await inFolder(async (folder) => {
        const file = join(folder, 'gilde.db');
        await before(file);
        if (!anew) await withService(file, async () => undefined);
        const { child, seconds } = await startReady(file);
        all.push({ seconds, peakMb: peakOf(child.process.pid) });
        await end(child);
      });
    const sorted = all.sort((a, b) => a.seconds - b.seconds);
    const { seconds, peakMb } = sorted[Math.floor(STARTS / 2)]!;
    return { name, rows: STARTS, seconds, peakMb, result: `longest ${inMilliseconds(sorted.at(-1)!.seconds)}` };
  };

/** Sends a body; answers with what came back and how many seconds that took. */
async function send(url: string, body: string | Uint8Array, kind = 'application/json') {
  const began = performance.now();
  const response = await fetch(url, { method: 'POST', body: body as BodyInit, headers: { 'content-type': kind } });
  const told = await response.text();
  const seconds = (performance.now() - began) / 1000;
  if (!response.ok) throw new Error(`${url} is answered ${response.status}: ${told.slice(0, 500)}`);
  return { status: response.status, told: JSON.parse(told), seconds };
}

const craneZip = (name: string): Uint8Array => {
  const files = new Map(craneFiles());
  const stated = new TextDecoder().decode(files.get('scenario.yaml'));
  files.set('scenario.yaml', new TextEncoder().encode(stated.replace(/^name:.*$/m, `name: ${name}`)));
  return zipSync(Object.fromEntries(files));
};

async function craneJson(name: string): Promise<string> {
  const read = await readScenario({ input: { files: craneFiles() } });
  if (!read.ok) throw new Error('the crane example has problems');
  return JSON.stringify({ ...read.value.scenario, name });
}

const whileSolving: Bench = () =>
  inFolder(async (folder): Promise<Measurement> => {
    const file = join(folder, 'gilde.db');
    await keepPlans(file, PLANS);
    const began = performance.now();
    const { done, peakMb } = await withService(file, async (base) => {
      await readOn(base, LIST, LINES).for(IDLE / 4);
      const idle = await readOn(base, LIST, LINES).for(IDLE);
      const { told: scenario } = await send(`${base}/v1/scenarios`, craneZip('crane'), 'application/zip');
      const reads = readOn(base, LIST, LINES);
      const asked = { scenario: scenario.sha256, settings: SOLVE };
      const { told: job } = await send(`${base}/v1/jobs`, JSON.stringify(asked));
      let state = 'queued';
      while (state === 'queued' || state === 'running') {
        await sleep(500);
        state = (await (await fetch(`${base}/v1/jobs/${job.id}`)).json()).state;
      }
      const solving = await reads.end();
      if (state !== 'done') throw new Error(`the solve ended ${state}`);
      const share = `${Math.round((100 * solving.perSecond) / idle.perSecond)} % of them`;
      return `alone: ${readWords(idle)}; during a solve of the crane from its start to its plan: ${readWords(solving)}, ${share}`;
    });
    const seconds = (performance.now() - began) / 1000;
    return {
      name: `service: list of plans, 50 of ${PLANS}, over ${LINES} lines`,
      rows: PLANS,
      seconds,
      peakMb,
      result: done,
    };
  });

/** The middle time until a body is answered 201, and the longest that a read of another takes meanwhile. */
const sending =
  (
    name: string,
    path: (k: number) => string,
    kind: string,
    rows: number,
    body: (k: number) => Promise<string | Uint8Array>,
  ): Bench =>
  () =>
    inFolder(async (folder): Promise<Measurement> => {
      const file = join(folder, 'gilde.db');
      await keepPlans(file, PLANS);
      const { done, peakMb } = await withService(file, async (base) => {
        await readOn(base, LIST, 1).for(IDLE / 4);
        const bodies = await Promise.all(Array.from({ length: SENT }, (_, k) => body(k)));
        const all: { readonly seconds: number; readonly longest: number }[] = [];
        for (const [k, sent] of bodies.entries()) {
          const reads = readOn(base, LIST, 1);
          await sleep(100);
          const { status, seconds } = await send(`${base}${path(k)}`, sent, kind);
          if (status !== 201) throw new Error(`it is answered ${status} instead of 201`);
          all.push({ seconds, longest: (await reads.end()).longest });
        }
        return all;
      });
      const seconds = done.map((one) => one.seconds).sort((a, b) => a - b)[Math.floor(SENT / 2)]!;
      const longest = Math.max(...done.map((one) => one.longest));
      const result = `first ${inMilliseconds(done[0]!.seconds)}; a read of another waits ${Math.round(longest)} ms at most`;
      return { name, rows, seconds, peakMb, result };
    });

const lines = [...craneFiles().values()].reduce((sum, bytes) => sum + bytes.filter((byte) => byte === 10).length, 0);
const SUPPLIERS = 7_274;

/** `gilde serve` over an embedded file, asked over loopback by this process, which shares the cores with it. */
export const serviceBenches: readonly Bench[] = [
  starts('service: from its start to ready, new database', async () => undefined, true),
  starts(`service: from its start to ready, ${PLANS} plans kept`, (file) => keepPlans(file, PLANS), false),
  whileSolving,
  sending(
    'service: POST the crane as a zip',
    () => '/v1/scenarios',
    'application/zip',
    lines,
    async (k) => craneZip(`crane ${k}`),
  ),
  sending(
    'service: POST the crane as JSON',
    () => '/v1/scenarios',
    'application/json',
    lines,
    (k) => craneJson(`crane ${k}`),
  ),
  sending(
    'service: POST a registry as JSON',
    (k) => `/v1/registries?name=registry-${k}`,
    'application/json',
    SUPPLIERS,
    async () => registryJson(SUPPLIERS),
  ),
];
