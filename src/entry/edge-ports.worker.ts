import { connect } from '../../db/client.ts';
import { type Contents, contentsOf } from '../../db/contents.ts';
import { faultWords } from '../../db/fault.ts';
import { readyPlan } from '../../db/repositories/plan-row.ts';
import { newId } from '../../db/surroundings.ts';
import { createEdgeEngine } from '../../solver/engines/edge.worker.ts';
import { faultRecord } from '../http/fault-record.ts';
import { KEYS_KEPT } from '../http/idempotency.ts';
import { createQueueDispatch, type EdgeJobsPorts, type QueueProducer } from '../jobs/cloudflare-queue.ts';
import { pausingEngine } from '../jobs/pausing-engine.ts';
import type { HeavyPort } from '../services/heavy.ts';
import type { HttpPorts, JobDispatch, LogRecord } from '../services/ports.ts';
import { solveHere } from '../services/solve-document.ts';
import { after } from './after.ts';

/** What wrangler.toml and the secrets of a Worker name. */
export interface EdgeEnv {
  /** URL of the libSQL server. */
  readonly GILDE_DATABASE: string;
  readonly GILDE_DATABASE_TOKEN?: string;
  readonly JOBS: QueueProducer;
}

const sleep = (milliseconds: number) => new Promise<void>((done) => void after(milliseconds, done));
const waiting = { now: Date.now, chance: Math.random, sleep, patience: 10_000 };
const surroundings = {
  now: Date.now,
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
};
const log = (record: LogRecord): void => console.log(JSON.stringify(record));
const fault = (error: unknown): void => log(faultRecord(Date.now(), error, { part: 'jobs' }));

/** A new connection each time: what one request of a Worker opened another may not use, and there is no line to open. */
const contentsIn = ({ GILDE_DATABASE: url, GILDE_DATABASE_TOKEN: token }: EdgeEnv): Contents =>
  contentsOf(connect({ url, ...(token !== undefined && { token }) }, waiting), surroundings);

/** What answering requests needs at the edge: everybody needs a token. */
export const httpPorts = (env: EdgeEnv, version: string): HttpPorts & HeavyPort => ({
  ...{ version, now: Date.now, newId: (kind) => newId(surroundings, kind), log, faultWords },
  authenticate: (secret) => contentsIn(env).authenticate(secret),
  storeOf: (organisation) => contentsIn(env).storeOf(organisation),
  dispatch: createQueueDispatch(env.JOBS),
  ready: async () => {
    await contentsIn(env).reached();
    return true;
  },
  solving: { engines: [engine], now: Date.now },
  limits: { largeBody: 20e6, body: 1e6, followEvery: 1000, followFor: 60_000, compress: false },
});

/** Milliseconds between two solves of a job: enough to send an event to the database. */
const PAUSE = 20;
const engine = pausingEngine(createEdgeEngine(), () => sleep(PAUSE));

/** What working on jobs needs at the edge, where the solve blocks the isolate that runs it. */
export const jobPorts = (env: EdgeEnv): EdgeJobsPorts & { readonly dispatch: JobDispatch } => {
  const { queue, storeOf } = contentsIn(env);
  const solve = solveHere({ engines: [engine], now: Date.now, ready: readyPlan });
  return { queue, storeOf, solve, now: Date.now, after, fault, dispatch: createQueueDispatch(env.JOBS) };
};

/** Forgets what nobody asks for any more. */
export const tidy = (env: EdgeEnv): Promise<number> => contentsIn(env).forgetKeys(KEYS_KEPT);
