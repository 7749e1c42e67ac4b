import type { AimResult, PlanStatus } from '../../scenarios/domain/plan.ts';
import { ancestorPlan } from './ancestor-plan.ts';
import { calmProgress } from './calm-progress.ts';
import { keepLease, type LeasePorts, type LeaseTerms } from './keep-lease.ts';
import { latestOnly } from './latest-only.ts';
import type { PlanProgress } from './plan-scenario.ts';
import type { ClaimedJob, JobQueue, Store, Timer } from './ports.ts';
import type { BetterPlan, SolvedJob, SolveJob } from './solve-job.ts';

/** What a job reports: the events that its readers follow. The end is none of them: it is the state of the job. */
export type JobNews =
  | { readonly type: 'started'; readonly attempt: number }
  | ({ readonly type: 'progress' } & PlanProgress)
  | {
      readonly type: 'better';
      readonly status: PlanStatus;
      readonly aims: readonly AimResult[];
      readonly seconds: number;
    }
  /** The solve starts from the plan of another scenario: its digest. */
  | { readonly type: 'from'; readonly plan: string }
  /** The job was asked to end with its best plan. */
  | { readonly type: 'stopping' };

/** What running a job needs from the outside. */
export interface RunJobPorts extends LeasePorts {
  readonly queue: Pick<JobQueue, 'renew' | 'report' | 'keepBest' | 'best' | 'finish' | 'fail' | 'release'>;
  readonly storeOf: (organisation: string) => {
    readonly scenarios: Pick<Store['scenarios'], 'document' | 'get'>;
    readonly plans: Pick<Store['plans'], 'list' | 'text'>;
  };
  readonly solve: SolveJob;
}

/** A job that was claimed, and on what terms. */
export interface RunJobInput extends LeaseTerms {
  readonly claimed: ClaimedJob;
  /** The worker shuts down: the job is given back. */
  readonly shutdown?: AbortSignal;
}

/** How it ended: with a plan; without one; given back; or the lease was lost, and somebody else has the job. */
export type JobEnd = 'finished' | 'failed' | 'released' | 'lost';

/**
 * Runs one claimed job to its end: solves its scenario, reports on the way, keeps the best plan so far and the lease, ends the solve early
 * where that is asked for. Everything is written under the lease, so that a worker that has lost it changes nothing. Throws where the
 * database does; then the lease runs out and another worker takes the job up.
 */
export async function runJob({ ctx, input }: { ctx: RunJobPorts; input: RunJobInput }): Promise<JobEnd> {
  const { queue } = ctx;
  const { claimed, shutdown } = input;
  const { job } = claimed;
  const stop = new AbortController();
  const abandon = new AbortController();
  const gone = deferred<'lost' | 'released'>();
  const diary = newDiary(() => gone.settle('lost'));
  const tell = (news: JobNews) => diary.write(() => queue.report(claimed, news));
  const calm = calmProgress(ctx, (progress) => tell({ type: 'progress', ...progress }));
  const best = latestOnly<BetterPlan>(({ document, status, aims, seconds }) => {
    diary.write(() => queue.keepBest(claimed, document));
    return tell({ type: 'better', status, aims, seconds });
  });
  const askToStop = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    tell({ type: 'stopping' });
  };
  const lease = keepLease(ctx, input, {
    renewed: ({ stopRequested }) => stopRequested && askToStop(),
    lost: () => gone.settle('lost'),
  });
  const release = () => gone.settle('released');
  shutdown?.addEventListener('abort', release);
  if (shutdown?.aborted) release();
  try {
    tell({ type: 'started', attempt: job.attempts });
    if (job.stopRequested) askToStop();
    const store = ctx.storeOf(job.organisation);
    const document = await store.scenarios.document(job.scenario);
    const left = job.stopRequested ? await queue.best(claimed) : undefined;
    const stated = { document: document ?? '', sha256: job.scenario, settings: job.settings };
    // A plan to start from is a help and no part of the question: where it cannot be had, the job goes on without.
    const ancestor = () => ancestorPlan({ ctx: { store }, input: { sha256: job.scenario } }).catch(() => undefined);
    const parent = left === undefined && document !== undefined ? await ancestor() : undefined;
    const request = { ...stated, ...(left !== undefined && { left }), ...(parent !== undefined && { parent }) };
    const from = (plan: string) => void tell({ type: 'from', plan });
    const hooks = { progress: calm.offer, better: best.offer, from, stop: stop.signal, abandon: abandon.signal };
    const solving = document === undefined ? noScenario : ctx.solve(request, hooks).catch(brokenOff);
    const solved = await Promise.race([solving, gone.settled]);
    if (solved !== 'lost' && solved !== 'released') {
      calm.flush();
      await best.settle();
    }
    await diary.close();
    return await endOf(ctx, claimed, solved);
  } finally {
    shutdown?.removeEventListener('abort', release);
    lease.end();
    calm.end();
    abandon.abort();
  }
}

/** Writes how the job ended; what is false in the database was lost. */
async function endOf(
  { queue, after }: RunJobPorts,
  claimed: ClaimedJob,
  solved: SolvedJob | 'lost' | 'released',
): Promise<JobEnd> {
  if (solved === 'lost') return 'lost';
  if (solved === 'released') return (await queue.release(claimed)) ? 'released' : 'lost';
  const written = await insist(after, () =>
    solved.ok ? queue.finish(claimed, solved.plan) : queue.fail(claimed, solved.fault),
  );
  if (!written) return 'lost';
  return solved.ok ? 'finished' : 'failed';
}

const noScenario: SolvedJob = { ok: false, fault: 'its scenario is not there any more' };

/** A solve that threw, in words: the first line of the fault and no more. */
function brokenOff(error: unknown): SolvedJob {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split('\n', 1)[0]?.slice(0, 200);
  return {
    ok: false,
    fault: `the solve broke off (${line}): a fault of Gilde and not of the scenario; ask again, and report it if it comes back`,
  };
}

const TRIES = 5;
const TRY_AGAIN_AFTER = 1000;

/** Hours of work are not given up for one refusal of the database. */
async function insist(after: Timer, step: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step();
    } catch (error) {
      if (tries === TRIES) throw error;
    }
    await new Promise<void>((done) => {
      after(TRY_AGAIN_AFTER, done);
    });
  }
}

/** Writes of a job one after the other, in the order in which they were told; `lost` is called when one was refused. */
function newDiary(lost: () => void) {
  let last = Promise.resolve();
  let open = true;
  const write = (step: () => Promise<boolean>): Promise<void> => {
    if (!open) return last;
    last = last.then(async () => {
      // News that the database did not take is lost; the lease tells whether the job is.
      const written = await step().catch(() => true);
      if (!written) lost();
    });
    return last;
  };
  const close = (): Promise<void> => {
    open = false;
    return last;
  };
  return { write, close };
}

function deferred<T>() {
  let settle: (value: T) => void = () => undefined;
  const settled = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { settled, settle: (value: T) => settle(value) };
}
