import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { scenarioSha256 } from '../../../scenarios/wire/hash.ts';
import { createThreadSolver } from '../../../src/jobs/thread-solver.node.ts';
import { scenarioThat } from '../../support/jobs/acts.ts';
import { parsed } from '../../support/plan-small.ts';

const WORKER = fileURLToPath(new URL('../../../dist/job-worker.node.js', import.meta.url));

test('a solve that runs out of memory ends in words, and the next one works', async () => {
  const solver = createThreadSolver({ workerFile: WORKER, threads: 1, memory: 56 });
  onTestFinished(() => solver.close());
  const { signal } = new AbortController();
  const hooks = { progress: () => undefined, better: () => undefined, stop: signal, abandon: signal };
  const huge = { document: `[${'{},'.repeat(1_500_000)}{}]`, sha256: 'a1', settings: {} };
  const needsMore = /^the plan needs more memory than the 56 MiB/;
  expect(await solver.solve(huge, hooks)).toEqual({ ok: false, fault: expect.stringMatching(needsMore) });
  const scenario = await parsed(scenarioThat('quick', 1));
  const small = { document: JSON.stringify(scenario), sha256: await scenarioSha256(scenario), settings: {} };
  expect(await solver.solve(small, hooks)).toMatchObject({ ok: true, plan: { summary: { status: 'optimal' } } });
});
