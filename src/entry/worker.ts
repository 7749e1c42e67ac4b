import { version } from '../../package.json';
import { createApp } from '../http/app.ts';
import { buryJobs, consumeJobs, edgeTerms, type QueueBatch, sweepJobs } from '../jobs/cloudflare-queue.ts';
import { type EdgeEnv, httpPorts, jobPorts, tidy } from './edge-ports.worker.ts';

let app: ReturnType<typeof createApp> | undefined;

/** The edge entry: Cloudflare Workers calls these. */
export default {
  fetch: (request: Request, env: EdgeEnv): Response | Promise<Response> => {
    app ??= createApp(httpPorts(env, version));
    return app.fetch(request);
  },
  queue: (batch: QueueBatch & { readonly queue: string }, env: EdgeEnv): Promise<void> =>
    batch.queue === 'gilde-dead-jobs' ? buryJobs(jobPorts(env), batch) : consumeJobs(jobPorts(env), edgeTerms, batch),
  scheduled: async (_: unknown, env: EdgeEnv): Promise<void> => {
    await sweepJobs(jobPorts(env));
    await tidy(env);
  },
};
