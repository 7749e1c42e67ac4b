import type { Contents } from '../../db/contents.ts';
import type { Store } from '../../db/store.ts';
import type { Engine } from '../../solver/engines/engine.ts';

export type { DatabasePlace } from '../../db/client.ts';
export type { Contents } from '../../db/contents.ts';
export type { DatabaseKeeper } from '../../db/keeper.ts';
export type { ApiToken } from '../../db/repositories/api-tokens.ts';
export type { ClaimedJob, JobQueue } from '../../db/repositories/job-queue.ts';
export type { Job, JobState, StandingJob } from '../../db/repositories/job-row.ts';
export type { JobEvent } from '../../db/repositories/jobs.ts';
export type { PlanSummary, ReadyPlan } from '../../db/repositories/plan-row.ts';
export type { Registry } from '../../db/repositories/registries.ts';
export type { ScenarioSummary } from '../../db/repositories/scenarios.ts';
export type { SupplierFilter } from '../../db/repositories/supplier-filter.ts';
export type { StoredSupplier } from '../../db/repositories/suppliers.ts';
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

/** What a token may allow. Reading never changes anything; solving starts and stops jobs. */
export const SCOPES = [
  'registries:read',
  'registries:write',
  'scenarios:read',
  'scenarios:write',
  'plans:read',
  'plans:solve',
  'metrics:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks: an organisation and what it is allowed here. */
export interface Identity {
  readonly organisation: string;
  /** Id of the token, or `local`. */
  readonly by: string;
  readonly scopes: readonly Scope[];
}

/** One line of the log: never a secret, never what a body said. */
export type LogRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Makes sure that a worker takes up a job soon; a call that is lost delays the job, it loses nothing. */
export interface JobDispatch {
  readonly offer: (job: string) => Promise<void>;
}

/** What the HTTP service needs from the outside. */
export interface HttpPorts {
  /** The release. */
  readonly version: string;
  readonly now: Clock;
  /** A new id that tells what it is of, e.g. `req_…`. */
  readonly newId: (kind: string) => string;
  /** The holder of a token that has not expired. */
  readonly authenticate: Contents['authenticate'];
  /** The organisation for which anybody on this machine works without a token; absent: tokens only. */
  readonly local?: string;
  readonly storeOf: (organisation: string) => Store;
  /** Makes sure that a job is taken up. */
  readonly dispatch: JobDispatch;
  /** Throws, or answers false, while the service cannot work. */
  readonly ready: () => Promise<boolean>;
  readonly log: (record: LogRecord) => void;
  /** Words for what the database refused; undefined where it was not the database. */
  readonly faultWords: (error: unknown) => string | undefined;
  readonly limits: HttpLimits;
}

/** Sizes and times of the HTTP service. */
export interface HttpLimits {
  /** Bytes of a request with a scenario or a registry, and of any other. */
  readonly largeBody: number;
  readonly body: number;
  /** Milliseconds between two looks at a job whose events are followed, and after which the reader is asked to connect again. */
  readonly followEvery: number;
  readonly followFor: number;
  /** Whether bodies of answers are compressed here; a Worker's runtime does it by itself. */
  readonly compress: boolean;
}

/** A service on one machine: what it answers from, where, and for whom. */
export interface ServiceWanted extends Pick<HttpPorts, 'version' | 'local' | 'log' | 'faultWords'> {
  readonly contents: Contents;
  /** Name or address on which it listens. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

/** A service that answers. */
export interface RunningService {
  readonly port: number;
  /** Takes no more requests, lets those at hand finish and gives back the jobs; settles when that is done. */
  readonly end: () => Promise<void>;
}
