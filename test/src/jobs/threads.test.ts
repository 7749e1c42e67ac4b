import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createJobQueue } from '../../../db/repositories/job-queue.ts';
import { createStore } from '../../../db/store.ts';
import { createThreadSolver } from '../../../src/jobs/thread-solver.node.ts';
import { startThreadJobs, type ThreadJobs, threadTerms } from '../../../src/jobs/threads.node.ts';
import { type Life, mortal, newLife } from '../../support/jobs/acts.ts';
import { nodeTimer, realSurroundings } from '../../support/jobs/real-time.ts';
import { embedded, storeOf } from '../../support/storage.ts';
import { conformance, TERMS, type Workplace } from './conformance.ts';

const WORKER = fileURLToPath(new URL('../../../dist/job-worker.node.js', import.meta.url));

async function open(): Promise<Workplace> {
  const database = await embedded();
  const { store } = await storeOf(database, 'Werf', realSurroundings);
  const queue = createJobQueue(database, realSurroundings);
  const solver = createThreadSolver({ workerFile: WORKER, threads: 2, memory: 512 });
  let life: Life;
  let jobs: ThreadJobs;
  const start = (): void => {
    const own = newLife();
    const storeFor = (organisation: string) => createStore(database, organisation, realSurroundings);
    const ctx = { ...{ queue, now: Date.now, after: nodeTimer, storeOf: storeFor }, solve: solver.solve };
    const fault = (error: unknown): void => {
      if (!own.isDead()) throw error;
    };
    const reborn: Life = {
      isDead: own.isDead,
      die: () => {
        own.die();
        start();
      },
    };
    jobs = startThreadJobs({ ...mortal(ctx, reborn), fault }, TERMS);
    life = reborn;
  };
  start();
  onTestFinished(async () => {
    await jobs.close();
    await solver.close();
  });
  return {
    store,
    dispatch: { offer: (id) => jobs.offer(id) },
    kill: async () => life.die(),
    close: () => jobs.close(),
  };
}

conformance('in threads of this process', open);

test('one core of the machine stays free for answering', () => {
  expect([1, 2, 8].map((cores) => threadTerms(cores).concurrency)).toEqual([1, 1, 7]);
});
