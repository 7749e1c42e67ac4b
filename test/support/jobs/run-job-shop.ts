import { createJobQueue } from '../../../db/repositories/job-queue.ts';
import { readyPlan } from '../../../db/repositories/plan-row.ts';
import { createStore } from '../../../db/store.ts';
import type { Timer } from '../../../src/services/ports.ts';
import { type RunJobPorts, runJob } from '../../../src/services/run-job.ts';
import type { SolvedJob, SolveHooks } from '../../../src/services/solve-job.ts';
import { embedded, storeOf, surroundingsOf } from '../storage.ts';
import { planNamed } from '../storage-samples.ts';

/** Terms of the workers. */
export const TERMS = { leaseFor: 30_000, renewEvery: 1000, attempts: 100 };

/** Timers of a clock that a test sets. */
function timersOf(clock: { now: number }) {
  const waiting = new Set<{ readonly at: number; readonly act: () => void }>();
  const after: Timer = (milliseconds, act) => {
    const timer = { at: clock.now + milliseconds, act };
    waiting.add(timer);
    return () => waiting.delete(timer);
  };
  const fire = (): void => {
    for (const timer of [...waiting].filter(({ at }) => at <= clock.now)) {
      waiting.delete(timer);
      timer.act();
    }
  };
  return { after, fire };
}

/** Lets all that can go on go on: the database answers in microtasks, packing of plans in a few turns. */
export const drain = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setTimeout(done, 1));
};

/** What a solve tells, but for its figures. */
export const stage = { aim: 'cost', stage: 'search', gap: null, seconds: 1 } as const;
/** A solve that ended with a plan of this digest, its text a line. */
export const planOf = async (digest: string, hit: 'interrupt' | null = null): Promise<SolvedJob> => {
  const found = planNamed(digest, 'a1');
  const plan = { ...found, limits: { ...found.limits, hit } };
  return { ok: true, plan: await readyPlan({ plan, text: `${digest}\n` }) };
};

/** A job and workers whose solves end when the test says so. */
export async function shop(broken: Partial<Pick<ReturnType<RunJobPorts['storeOf']>, 'plans'>> = {}) {
  const { clock, surroundings } = surroundingsOf('run-job');
  const database = await embedded();
  const { store } = await storeOf(database, 'Werf', surroundings);
  await store.scenarios.keep({ sha256: 'a1', name: 'crane', parent: null, patch: null, document: '{}' });
  const queue = createJobQueue(database, surroundings);
  const timers = timersOf(clock);
  let keys = 0;
  const ask = async (scenario = 'a1'): Promise<string> => {
    keys += 1;
    const added = await store.jobs.add({ scenario, settings: {}, resultKey: `k${keys}` });
    if (!added.ok) throw new Error(added.reason);
    return added.value.job.id;
  };
  const deliver = async (job: string) => {
    const claimed = await queue.claim({ ...TERMS, job });
    if (claimed === undefined) return undefined;
    let end: (solved: SolvedJob | Error) => void = () => undefined;
    let hooks: SolveHooks | undefined;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let left: string | undefined;
    let parent: string | undefined;
    const solve: RunJobPorts['solve'] = (request, given) => {
      hooks = given;
      left = request.left;
      parent = request.parent;
      begin();
      return new Promise((resolve, reject) => {
        end = (solved) => (solved instanceof Error ? reject(solved) : resolve(solved));
      });
    };
    const storeFor = (organisation: string) => ({ ...createStore(database, organisation, surroundings), ...broken });
    const ctx = { ...{ queue, solve, storeOf: storeFor }, now: () => clock.now, after: timers.after };
    const shutdown = new AbortController();
    const ended = runJob({ ctx, input: { ...TERMS, claimed, shutdown: shutdown.signal } });
    await Promise.race([begun, ended]);
    await drain();
    return {
      ended,
      shutdown,
      left: () => left,
      parent: () => parent,
      hooks: () => hooks as SolveHooks,
      end: (solved: SolvedJob | Error) => end(solved),
    };
  };
  const wait = async (milliseconds: number): Promise<void> => {
    clock.now += milliseconds;
    timers.fire();
    await drain();
  };
  const news = async (id: string) => (await store.jobs.events(id, 0, 1000)).map(({ event }) => event);
  return { store, ask, deliver, wait, news };
}

/** A job that a worker has taken up. */
export const first = async (place: Awaited<ReturnType<typeof shop>>) => {
  const id = await place.ask();
  const worker = await place.deliver(id);
  if (worker === undefined) throw new Error('nothing to run');
  return { id, ...worker };
};
