import type { Engine } from '../../solver/engines/engine.ts';

export type { DatabasePlace } from '../../db/client.ts';
export type { DatabaseKeeper } from '../../db/keeper.node.ts';
export type { JobQueue } from '../../db/repositories/job-queue.ts';
export type { Store } from '../../db/store.ts';
export { ENGINE_NAMES, type Engine, type EngineName } from '../../solver/engines/engine.ts';

/** Milliseconds since 1970-01-01 UTC; never runs backwards. */
export type Clock = () => number;

/** What the services need from the outside. */
export interface Ports {
  readonly engine: Engine;
  readonly now: Clock;
}
