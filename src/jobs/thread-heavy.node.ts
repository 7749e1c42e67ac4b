import { Piscina } from 'piscina';
import { type HeavyCall, type HeavyServices, heavyServices } from '../services/heavy.ts';
import type { DatabasePlace } from '../services/ports.ts';

/** A call as it crosses to its thread. */
export type HeavyTask = HeavyCall & { readonly organisation: string };

/** What a thread answers: a value, or a fault with the code of the database where it was the database. */
export type HeavyAnswer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly message: string;
      readonly stack: string | undefined;
      readonly code: string | undefined;
    };

/** How many threads, and what they work on. */
interface HeavyTerms {
  /** The bundled entry that answers {@link HeavyTask} with {@link HeavyAnswer}. */
  readonly workerFile: string;
  readonly threads: number;
  /** Each thread has a connection of its own. */
  readonly place: DatabasePlace;
}

/**
 * Runs heavy services in threads of their own, reading, checking and writing: the calls to an embedded database are synchronous, and the
 * thread that answers requests must not wait for them. Throws what they throw. Threads are started when they are first needed.
 */
export function createThreadHeavy({ workerFile, threads, place }: HeavyTerms) {
  const pool = new Piscina({
    ...{ filename: workerFile, minThreads: 0, maxThreads: threads, idleTimeout: 60_000 },
    workerData: place,
  });
  // A thread's fault also fails the call that it ran, which answers for it.
  pool.on('error', () => undefined);
  const answer = async (task: HeavyTask): Promise<unknown> => {
    const told: HeavyAnswer = await pool.run(task);
    if (told.ok) return told.value;
    const { message, stack, code } = told;
    throw Object.assign(new Error(message), { ...(stack && { stack }), ...(code && { code }) });
  };
  return {
    heavy: (organisation: string): HeavyServices => heavyServices((call) => answer({ ...call, organisation }) as never),
    close: (): Promise<void> => pool.destroy(),
  };
}
