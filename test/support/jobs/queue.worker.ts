import { openDatabase } from '../../../db/client.ts';
import { createJobQueue } from '../../../db/repositories/job-queue.ts';
import { readyPlan } from '../../../db/repositories/plan-row.ts';
import { createStore } from '../../../db/store.ts';
import { createJavascriptLpSolverEngine } from '../../../solver/engines/javascript-lp-solver.ts';
import {
  buryJobs,
  consumeJobs,
  createQueueDispatch,
  type EdgeJobsTerms,
  type QueueBatch,
  type QueueProducer,
  sweepJobs,
} from '../../../src/jobs/cloudflare-queue.ts';
import { solveHere } from '../../../src/services/solve-document.ts';
import { type Life, mortal, newLife } from './acts.ts';
import { nodeTimer as after, realSurroundings } from './real-time.ts';

interface Place {
  readonly url: string;
  readonly token: string;
  readonly terms: EdgeJobsTerms;
  readonly quietFor: number;
  readonly JOBS: QueueProducer;
}

const pause = (milliseconds: number) => new Promise<void>((done) => void after(milliseconds, done));
const waiting = { now: Date.now, chance: Math.random, sleep: pause, patience: 1000 };
const solve = solveHere({ engines: [createJavascriptLpSolverEngine(Date.now)], now: Date.now, ready: readyPlan });
/** Those that run now: `/kill` ends them where they stand. */
const lives = new Set<Life>();

async function ports({ url, token, JOBS }: Place) {
  const database = await openDatabase({ url, token }, waiting);
  const storeOf = (organisation: string) => createStore(database, organisation, realSurroundings);
  const queue = createJobQueue(database, realSurroundings);
  const fault = (error: unknown) => console.error(String(error));
  return { ...{ queue, storeOf, solve, now: Date.now, after, fault }, dispatch: createQueueDispatch(JOBS) };
}

async function death(life: Life): Promise<never> {
  while (!life.isDead()) await pause(20);
  throw new Error('killed');
}

/** The edge as the tests want it: jobs whose scenario's name says how they go, workers that can be killed. */
export default {
  async fetch(request: Request, place: Place): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/kill') for (const life of lives) life.die();
    else await (await ports(place)).dispatch.offer(pathname.slice(1));
    return new Response();
  },
  async queue(batch: QueueBatch & { readonly queue: string }, place: Place): Promise<void> {
    const ctx = await ports(place);
    if (batch.queue === 'dead') return buryJobs(ctx, batch);
    const life = newLife();
    lives.add(life);
    try {
      await Promise.race([consumeJobs(mortal(ctx, life), place.terms, batch), death(life)]);
    } finally {
      life.die();
      lives.delete(life);
    }
  },
  async scheduled(_: unknown, place: Place): Promise<void> {
    await sweepJobs(await ports(place), { limit: 100, quietFor: place.quietFor });
  },
};
