import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { newId } from '../../db/surroundings.ts';
import { serveHttp } from '../http/serve.node.ts';
import { createThreadHeavy } from '../jobs/thread-heavy.node.ts';
import { createThreadSolver } from '../jobs/thread-solver.node.ts';
import { startThreadJobs, threadTerms } from '../jobs/threads.node.ts';
import type { RunningService, ServiceWanted } from '../services/ports.ts';
import { after } from './after.ts';

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Starts the service in this process: HTTP, threads that read large bodies, and threads that solve the jobs. */
export async function serve(wanted: ServiceWanted): Promise<RunningService> {
  const terms = threadTerms(availableParallelism());
  const threads = terms.concurrency;
  const { queue, storeOf } = wanted.contents;
  const reading = createThreadHeavy({ workerFile: beside('./heavy-worker.node.js'), threads, storeOf });
  const id = (kind: string): string => newId({ now: Date.now, randomBytes }, kind);
  const service = await serveHttp(wanted, { now: Date.now, newId: id, heavy: reading.heavy }, (fault) => {
    const solver = createThreadSolver({ workerFile: beside('./job-worker.node.js'), threads, memory: 2048 });
    const jobs = startThreadJobs({ queue, storeOf, after, fault, now: Date.now, solve: solver.solve }, terms);
    return { offer: jobs.offer, close: () => jobs.close().then(solver.close) };
  });
  return { ...service, end: () => service.end().then(reading.close) };
}
