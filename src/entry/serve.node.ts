import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { newId } from '../../db/surroundings.ts';
import { serveHttp } from '../http/serve.node.ts';
import { createThreadSolver } from '../jobs/thread-solver.node.ts';
import { startThreadJobs, threadTerms } from '../jobs/threads.node.ts';
import type { RunningService, ServiceWanted } from '../services/ports.ts';

const after = (milliseconds: number, act: () => void) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

/** Starts the service in this process: HTTP, and threads that solve the jobs. */
export const serve = (wanted: ServiceWanted): Promise<RunningService> =>
  serveHttp(wanted, { now: Date.now, newId: (kind) => newId({ now: Date.now, randomBytes }, kind) }, (fault) => {
    const { queue, storeOf } = wanted.contents;
    const terms = threadTerms(availableParallelism());
    const workerFile = fileURLToPath(new URL('./job-worker.node.js', import.meta.url));
    const solver = createThreadSolver({ workerFile, threads: terms.concurrency, memory: 2048 });
    const jobs = startThreadJobs({ queue, storeOf, after, fault, now: Date.now, solve: solver.solve }, terms);
    return { offer: jobs.offer, close: () => jobs.close().then(solver.close) };
  });
