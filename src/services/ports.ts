import type { Engine } from '../../solver/engines/engine.ts';

export type { DatabasePlace } from '../../db/client.ts';
export type { DatabaseKeeper } from '../../db/keeper.ts';
export type { ClaimedJob, JobQueue } from '../../db/repositories/job-queue.ts';
export type { Job, JobState } from '../../db/repositories/job-row.ts';
export type { JobEvent } from '../../db/repositories/jobs.ts';
export type { Store } from '../../db/store.ts';
export { ENGINE_NAMES, type Engine, type EngineName } from '../../solver/engines/engine.ts';

/** Milliseconds since 1970-01-01 UTC; never runs backwards. */
export type Clock = () => number;

/** Calls `act` once after some milliseconds; the function that it answers with cancels that. */
export type Timer = (milliseconds: number, act: () => void) => () => void;

/** What the services need from the outside. */
export interface Ports {
  readonly engine: Engine;
  readonly now: Clock;
}

/** Makes sure that a worker takes up a job soon; a call that is lost delays the job, it loses nothing. */
export interface JobDispatch {
  readonly offer: (job: string) => Promise<void>;
}
