import { expect, test } from 'vitest';
import { unpack } from '../../../db/pack.ts';
import { readyPlan } from '../../../db/repositories/plan-row.ts';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { planDigest, serialisePlan } from '../../../scenarios/wire/plan.ts';
import { solveDocument } from '../../../src/services/solve-document.ts';
import { engineOfTests } from '../../support/highs.ts';
import { parsed, planSmall } from '../../support/plan-small.ts';
import { twoWelders } from '../../support/two-welders.ts';

/** A solve of a job that is to stop, with what a worker that died has left of it; how often the engine was asked. */
async function goneOnFrom(change: { readonly hit: 'interrupt' | 'time'; readonly digest?: string }) {
  const scenario = await parsed(twoWelders());
  const found = await planSmall(scenario);
  const early = { ...found, status: 'feasible' as const, limits: { ...found.limits, hit: change.hit } };
  const left = serialisePlan({ ...early, digest: change.digest ?? (await planDigest(early)) });
  let solves = 0;
  const engine = {
    ...engineOfTests,
    solve: (...asked: Parameters<typeof engineOfTests.solve>) => {
      solves += 1;
      return engineOfTests.solve(...asked);
    },
  };
  const solved = await solveDocument({
    ctx: { engines: [engine], now: () => performance.now(), ready: readyPlan },
    input: {
      ...{ document: JSON.stringify(scenario), sha256: await scenarioSha256(scenario), settings: {}, left },
      ...{ progress: () => undefined, better: () => undefined, stop: Int32Array.of(1) },
    },
  });
  return { solved, left, solves };
}

test('a kept plan that a stop leaves is the answer to the letter, and nothing is solved again', async () => {
  const { solved, left, solves } = await goneOnFrom({ hit: 'interrupt' });
  expect(solved).toMatchObject({ ok: true, plan: { interrupted: true } });
  expect(solved.ok && (await unpack(solved.plan.document))).toBe(left);
  expect(solves).toBe(0);
});

test.each([
  ['does not verify', { hit: 'interrupt', digest: '0'.repeat(64) }],
  ['no stop has left', { hit: 'time' }],
] as const)('a kept plan that %s is not believed: the scenario is solved', async (_, change) => {
  const { solved, left, solves } = await goneOnFrom(change);
  expect(solves).toBeGreaterThan(0);
  expect(solved.ok && (await unpack(solved.plan.document))).not.toBe(left);
});

test.each([
  ['that can be read is what the solve starts from', true],
  ['that cannot be read is as none', false],
])('a plan %s', async (_, readable) => {
  const scenario = await parsed(twoWelders());
  const parent = await planSmall(scenario);
  const told: string[] = [];
  const solved = await solveDocument({
    ctx: { engines: [engineOfTests], now: () => performance.now(), ready: readyPlan },
    input: {
      ...{ document: JSON.stringify(scenario), sha256: await scenarioSha256(scenario), settings: {} },
      ...{
        parent: readable ? serialisePlan(parent) : '{"format":"gilde-plan/0"}',
        from: (digest) => told.push(digest),
      },
      ...{ progress: () => undefined, better: () => undefined, stop: Int32Array.of(0) },
    },
  });
  expect(solved.ok).toBe(true);
  expect(told).toEqual(readable ? [parent.digest] : []);
});
