import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpack } from '../../../../db/pack.ts';
import { readyPlan } from '../../../../db/repositories/plan-row.ts';
import type { Plan } from '../../../../scenarios/domain/plan.ts';
import type { AskedSettings } from '../../../../scenarios/domain/scenario.ts';
import { createBoundedHighs, EDGE_BOUNDS } from '../../../../solver/engines/bounded-highs.ts';
import type { Engine } from '../../../../solver/engines/engine.ts';
import { createHighsLoader } from '../../../../solver/engines/highs-runtime.node.ts';
import { readScenario } from '../../../../src/services/read-scenario.ts';
import { solveDocument } from '../../../../src/services/solve-document.ts';
import { type EdgeWorker, startEdgeWorker } from '../../../support/edge-worker.ts';
import { exampleFiles } from '../../../support/example-files.ts';
import type { EdgeAnswer, EdgeQuestion } from './edge.worker.ts';

const MEBIBYTE = 2 ** 20;
/** The crane takes some 15 s of a processor, and many times that on a busy machine. */
const TIMEOUT = 10 * 60_000;
/** High enough to end nothing: what a plan is may not depend on how busy the machine is. */
const timeLimit = 3600;

let worker: EdgeWorker;
beforeAll(async () => {
  worker = await startEdgeWorker(fileURLToPath(new URL('edge.worker.ts', import.meta.url)));
}, TIMEOUT);
afterAll(() => worker.close());

async function question(name: Parameters<typeof exampleFiles>[0], settings: AskedSettings): Promise<EdgeQuestion> {
  const read = await readScenario({ input: { files: exampleFiles(name) } });
  if (!read.ok) throw new Error(`${name} is not valid`);
  const { scenario, sha256 } = read.value;
  return { document: JSON.stringify(scenario), sha256, settings: { timeLimit, ...settings } };
}

const inWorker = async (asked: EdgeQuestion): Promise<EdgeAnswer> =>
  JSON.parse(await worker.ask('/', JSON.stringify(asked)));

/** The engine of the edge on Node, and the most WebAssembly memory that one of its solves was granted. */
function boundedOnNode(): { readonly engine: Engine; readonly peak: () => number } {
  const load = createHighsLoader();
  let peak = 0;
  const engine = createBoundedHighs(
    ({ most, asked }) =>
      load({
        most,
        asked: (bytes, granted) => {
          if (granted) peak = Math.max(peak, bytes);
          asked(bytes, granted);
        },
      }),
    EDGE_BOUNDS,
  );
  return { engine, peak: () => peak };
}

/** plan.json of the same question on Node within the bounds of the edge, and the peak of its solves. */
async function onNode(asked: EdgeQuestion) {
  const { engine, peak } = boundedOnNode();
  const ctx = { engines: [engine], now: () => performance.now(), ready: readyPlan };
  const hooks = { stop: new Int32Array(1), progress: () => undefined, better: () => undefined };
  const solved = await solveDocument({ ctx, input: { ...asked, ...hooks } });
  return { text: solved.ok ? await unpack(solved.plan.document) : solved.fault, peak: peak() };
}

describe('the kernel strategy in a Worker', { timeout: TIMEOUT }, () => {
  test('plans the crane to 1 % within the memory of the edge, as Node does, to the byte', async () => {
    const asked = await question('crane', { gap: 0.01 });
    const { solved, progress, better } = await inWorker(asked);
    if (!solved.ok) throw new Error(solved.fault);
    const text = await unpack(solved.plan.document);
    const plan: Plan = JSON.parse(text);
    expect(plan).toMatchObject({ strategy: 'kernel', status: 'optimal', limits: { gap: 0.01, hit: null } });
    expect(plan.certificate).toMatchObject({ kind: 'prices' });
    const cost = plan.aims[1]!;
    expect(cost.gap).toBeLessThanOrEqual(0.01);

    const node = await onNode(asked);
    expect(text).toBe(node.text);
    expect(node.peak).toBeLessThanOrEqual(48 * MEBIBYTE);

    const known = progress.filter(({ bound, incumbent }) => bound !== null && incumbent !== null);
    expect(known.length).toBeGreaterThan(0);
    for (const { bound, incumbent } of known) expect(bound).toBeLessThanOrEqual(incumbent!);
    expect(better.map(({ status }) => status)).toContain('feasible');
    expect(better.at(-1)!.aims[1]!.value).toBeCloseTo(cost.value, 2);
  });

  test('plans the tiny example as Node does, to the byte', async () => {
    const asked = await question('tiny', { strategy: 'kernel' });
    const { solved } = await inWorker(asked);
    if (!solved.ok) throw new Error(solved.fault);
    const text = await unpack(solved.plan.document);
    expect(JSON.parse(text)).toMatchObject({ strategy: 'kernel', aims: [{ value: 1 }, {}], limits: { hit: 'work' } });
    expect(text).toBe((await onNode(asked)).text);
  });
});
