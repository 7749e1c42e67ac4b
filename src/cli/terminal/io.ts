import type { CaseRunner } from '../../services/batch/run-batch.ts';
import type { BatchBase } from '../../services/batch/solve-case.ts';
import type { Clock, DatabaseKeeper, Engine, EngineName, RunningService, ServiceWanted } from '../../services/ports.ts';
import type { SimulateContext } from '../../services/simulate-plan.ts';

/** Where text goes; a terminal says so and how wide it is. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Facts of the machine that a run took place on; they go into run.json, never into plan.json. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpus: number;
  /** Largest resident memory so far, in bytes. */
  readonly peakMemory: number;
}

/** All that the command line touches, but for the files that its arguments name. */
export interface Io {
  /** Without the interpreter and the script. */
  readonly argv: readonly string[];
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; paths in arguments are relative to it. */
  readonly cwd: string;
  /** Of Gilde. */
  readonly version: string;
  readonly now: Clock;
  /** The engine of a name, started only when something is to be solved; closed by the caller of `main`. */
  readonly engine: (name: EngineName) => Promise<Engine>;
  /** Threads that run plans, started only when they are needed; absent: this one does. */
  readonly simulating?: SimulateContext['running'];
  /** Plans the cases of a batch, so many at a time where there are threads; whoever asks closes it. */
  readonly cases: (base: BatchBase, threads: number) => Promise<CaseRunner & { readonly close: () => Promise<void> }>;
  /** Loaded only when a command works on a database. */
  readonly keeper: () => Promise<DatabaseKeeper>;
  /** Starts to answer HTTP; throws what the operating system refuses, e.g. a port in use. */
  readonly serve: (wanted: ServiceWanted) => Promise<RunningService>;
  /** Calls the handler at each Ctrl-C (or request to terminate) until the returned function is called. */
  readonly onInterrupt: (handler: () => void) => () => void;
  readonly machine: () => Machine;
}
