import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { readScenarioFolder } from '../../../scenarios/read-scenario.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { serialisePlan } from '../../../scenarios/wire/plan.ts';
import type { EngineProgress, Outcome } from '../../../solver/engines/engine.ts';
import { HIGHS_CALLBACK } from '../../../solver/engines/highs-callback.ts';
import { planScenario } from '../../../solver/plan.ts';
import { smallScenario } from '../../support/arbitraries.ts';
import { type EdgeWorker, startEdgeWorker } from '../../support/edge-worker.ts';
import { highsOfTests } from '../../support/highs.ts';
import { parsed } from '../../support/plan-small.ts';
import { tinyFiles } from '../../support/tiny-files.ts';
import { conformanceCases } from './conformance-cases.ts';

const entry = fileURLToPath(new URL('edge.worker.ts', import.meta.url));
let worker: EdgeWorker;
/** A search takes some seconds in code that is not hot yet, and many times that on a busy machine. */
const TIMEOUT = 5 * 60_000;
beforeAll(async () => {
  worker = await startEdgeWorker(entry);
}, TIMEOUT);
afterAll(() => worker.close());

const asked = async <Answer>(path: string): Promise<Answer> => JSON.parse(await worker.ask(path));

describe('highs in a Worker', { timeout: TIMEOUT }, () => {
  const cases = conformanceCases.map(({ name }, at) => ({ name, at }));
  test.each(cases)('$name', async ({ at }) => {
    expect(await worker.ask(`/case?at=${at}`)).toBe('holds');
  });

  test('a solve that needs more memory than there is ends with a reason, and the next one works', async () => {
    const [short, next] = await asked<readonly Outcome[]>('/memory');
    expect(short).toEqual({
      status: 'undecided',
      limit: 'engine',
      reason:
        'the model needs more than the 24 MiB of memory that the solver has here; plan it with the command line or with a service on Node',
    });
    expect(next).toMatchObject({ status: 'optimal' });
  });

  test('a search tells bound and incumbent while it runs', async () => {
    const told = await asked<readonly EngineProgress[]>('/progress');
    expect(told.length).toBeGreaterThan(1);
    const { incumbent, bound } = told.at(-1)!;
    expect(incumbent).toBeLessThan(-900);
    expect(bound).toBeLessThanOrEqual(incumbent!);
    const first = told.find((event) => event.bound !== null)!;
    expect(first.bound).toBeLessThan(bound!);
  });
});

/** The text of plan.json as the command line would write it. */
async function planOnNode(scenario: Scenario): Promise<string> {
  const engine = highsOfTests;
  const sha256 = await scenarioSha256(scenario);
  return serialisePlan(await planScenario({ scenario, sha256, engine, hooks: { now: () => performance.now() } }));
}

test('a Worker writes the same plan.json as Node, to the byte', { timeout: TIMEOUT }, async () => {
  const tiny = await readScenarioFolder(tinyFiles());
  if (!tiny.ok) throw new Error('tiny is not valid');
  const drawn = fc.sample(smallScenario, { numRuns: 3, seed: 7 });
  const statuses: string[] = [];
  for (const scenario of [tiny.value, ...(await Promise.all(drawn.map(parsed)))]) {
    const there = await worker.ask('/plan', JSON.stringify(scenario));
    expect(there).toBe(await planOnNode(scenario));
    statuses.push(JSON.parse(there).status);
  }
  expect(statuses.filter((status) => status === 'optimal').length).toBeGreaterThan(2);
});

test('the callback module is made of the bytes that are documented', async () => {
  const file = new URL('../../../solver/engines/highs-callback.wasm', import.meta.url);
  expect(new Uint8Array(await readFile(file))).toEqual(HIGHS_CALLBACK);
});
