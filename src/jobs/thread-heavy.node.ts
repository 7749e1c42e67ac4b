import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type HeavyCall, type HeavyServices, heavyServices, solves } from '../services/heavy.ts';
import type { Store } from '../services/ports.ts';
import type { WhatIfAnswer } from '../services/what-if-answer.ts';
import { serveStore } from './remote-store.node.ts';

/** A call as it crosses to its thread, with the port over which the thread reaches the store. */
export interface HeavyTask {
  readonly call: HeavyCall;
  readonly port: MessagePort;
}

/** What a thread answers: a value, or what went wrong. */
export type HeavyAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly stack: string | undefined };

/** How many threads, and whose store they work on. */
interface HeavyTerms {
  /** The bundled entry that answers {@link HeavyTask} with {@link HeavyAnswer}. */
  readonly workerFile: string;
  readonly threads: number;
  readonly storeOf: (organisation: string) => Store;
}

/** Questions that may wait for each thread that solves: more would wait for minutes. */
const WAITING = 4;
const BUSY: WhatIfAnswer = {
  ok: false,
  reason: 'busy',
  message: 'many what-ifs are being solved; ask again in a minute',
};

/**
 * Runs heavy services in threads of their own: what takes long, reading and checking, does not hold up the thread that answers requests.
 * What they keep is written by that thread, over its one connection: a second connection of the same process to an embedded file lost
 * commits when the process was killed. Throws what they throw. Threads are started when they are first needed.
 */
export function createThreadHeavy({ workerFile, threads, storeOf }: HeavyTerms) {
  const newPool = () => {
    const pool = new Piscina({ filename: workerFile, minThreads: 0, maxThreads: threads, idleTimeout: 60_000 });
    // A thread's fault also fails the call that it ran, which answers for it.
    pool.on('error', () => undefined);
    return pool;
  };
  /** What takes minutes has threads of its own, so that reading and judging need not wait for it. */
  const [reading, solving] = [newPool(), newPool()];
  const answer = async (call: HeavyCall, store: Store): Promise<unknown> => {
    const pool = solves(call) ? solving : reading;
    if (solves(call) && pool.queueSize >= WAITING * threads) return BUSY;
    const { port1, port2 } = new MessageChannel();
    let refused: { readonly error: unknown } | undefined;
    serveStore(port1, store, (error) => {
      refused ??= { error };
    });
    try {
      const task: HeavyTask = { call, port: port2 };
      const told: HeavyAnswer = await pool.run(task, { transferList: [port2] });
      if (told.ok) return told.value;
      if (refused !== undefined) throw refused.error;
      throw Object.assign(new Error(told.message), { ...(told.stack && { stack: told.stack }) });
    } finally {
      port1.close();
    }
  };
  return {
    heavy: (organisation: string): HeavyServices =>
      heavyServices((call) => answer(call, storeOf(organisation)) as never),
    close: (): Promise<void> => Promise.all([reading.destroy(), solving.destroy()]).then(() => undefined),
  };
}
