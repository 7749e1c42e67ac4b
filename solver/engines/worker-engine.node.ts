import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Engine, EngineLimits, EngineProgress, Outcome } from './engine.ts';
import { type NamelessModel, namesLeftOut } from './nameless-model.ts';
import { warmUp } from './warm-up.ts';

/** One solve as it crosses to the worker thread. */
export interface SolveTask {
  /** Name of the engine that is to solve it. */
  readonly engine: string;
  readonly model: NamelessModel;
  readonly limits: EngineLimits;
  readonly stop: Int32Array | undefined;
  readonly start: Float64Array | undefined;
  /** True: incumbents are asked for. */
  readonly incumbents: boolean;
  /** Where {@link SolveNews} goes. */
  readonly port: MessagePort;
}

/** What a running solve tells from its thread. */
export type SolveNews = { readonly progress: EngineProgress } | { readonly incumbent: Float64Array };

/** An engine in worker threads, so that the caller stays responsive; `close` ends them. */
export interface WorkerEngine extends Engine {
  readonly close: () => Promise<void>;
}

/** How long a thread waits for its next solve, with the code that it has compiled: a search may work on prices in between. */
const IDLE_MILLISECONDS = 30_000;

/**
 * Solves with the engine of the same name in threads, at most so many, at least two: parts of a model are solved at once, and a better plan
 * is completed beside the search that found it. Each is started lazily, when a solve finds no idle one; further solves wait. `workerFile`
 * is the bundled entry that answers {@link SolveTask}. A thread that dies (memory, native fault) is an `undecided` answer; the next
 * solve gets a new one.
 */
export function createWorkerEngine(engine: Omit<Engine, 'solve'>, workerFile: string, threads = 2): WorkerEngine {
  const pool = new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: Math.max(2, threads),
    idleTimeout: IDLE_MILLISECONDS,
  });
  // A thread's fault also fails the solve that it ran, which answers for it below.
  pool.on('error', () => undefined);
  const run = (task: SolveTask): Promise<Outcome> => pool.run(task, { transferList: [task.port] });
  return {
    name: engine.name,
    version: engine.version,
    threads: pool.maxThreads,
    ...(engine.refuses && { refuses: engine.refuses }),
    close: () => pool.destroy(),
    warm() {
      // Those that are there have solved something already.
      for (let thread = pool.threads.length; thread < pool.maxThreads; thread++) {
        const { port1, port2 } = new MessageChannel();
        const limits = { gap: 0, absoluteGap: 0, seconds: 1, seed: 0, presolve: true };
        const asked = { stop: undefined, start: undefined, incumbents: false };
        run({ engine: engine.name, model: namesLeftOut(warmUp()), limits, ...asked, port: port2 })
          .catch(() => undefined)
          .finally(() => port1.close());
      }
    },
    async solve(model, limits, hooks, start): Promise<Outcome> {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (news: SolveNews) => {
        if ('progress' in news) hooks?.progress?.(news.progress);
        else hooks?.incumbent?.(news.incumbent);
      });
      const asked = { stop: hooks?.stop, incumbents: hooks?.incumbent !== undefined };
      const task: SolveTask = { engine: engine.name, model: namesLeftOut(model), limits, start, ...asked, port: port2 };
      try {
        return await run(task);
      } catch (error) {
        return { status: 'undecided', limit: 'engine', reason: String(error).slice(0, 300) };
      } finally {
        port1.close();
      }
    },
  };
}
