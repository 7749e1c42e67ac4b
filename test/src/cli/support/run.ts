import { randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { createDatabaseKeeper } from '../../../../db/keeper.node.ts';
import { createJavascriptLpSolverEngine } from '../../../../solver/engines/javascript-lp-solver.ts';
import { main } from '../../../../src/cli/main.ts';
import type { Io, Output } from '../../../../src/cli/terminal/io.ts';
import { solveCase } from '../../../../src/services/batch/solve-case.ts';
import { highsOfTests } from '../../../support/highs.ts';
import { waitingOfTests } from '../../../support/storage.ts';

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An output that keeps what is written to it. */
function capture(terminal: Partial<Output> = {}): { readonly output: Output; readonly text: () => string } {
  let text = '';
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { output: Object.assign(output, terminal), text: () => text };
}

export interface Circumstances extends Partial<Omit<Io, 'stdin' | 'stdout' | 'stderr' | 'argv'>> {
  readonly stdin?: string;
  /** Makes both outputs a terminal of this many columns. */
  readonly columns?: number;
}

/** A clock that advances by ten milliseconds each time it is read. */
function steadyClock(): () => number {
  let milliseconds = Date.UTC(2026, 0, 1);
  return () => {
    milliseconds += 10;
    return milliseconds;
  };
}

/** The engine of a name in this thread. */
export const engineHere: Io['engine'] = async (name) =>
  name === 'highs' ? highsOfTests : createJavascriptLpSolverEngine(() => performance.now());

/** Runs one command line in this process, by default with the engine in this thread, no terminal and an empty environment. */
export async function run(argv: readonly string[], circumstances: Circumstances = {}): Promise<Ran> {
  const { stdin = '', columns, ...io } = circumstances;
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  const [stdout, stderr] = [capture(terminal), capture(terminal)];
  const code = await main({
    argv,
    stdin: Readable.from([stdin]),
    stdout: stdout.output,
    stderr: stderr.output,
    env: {},
    cwd: process.cwd(),
    version: '0.0.0-test',
    now: steadyClock(),
    engine: engineHere,
    cases: async (base) => ({
      threads: 1,
      solve: (question) =>
        solveCase({ ctx: { engines: [highsOfTests], now: io.now ?? steadyClock() }, input: { base, question } }),
      close: async () => undefined,
    }),
    keeper: async () => createDatabaseKeeper(waitingOfTests, { now: Date.now, randomBytes }),
    serve: () => Promise.reject(new Error('a service was started')),
    onInterrupt: () => () => {},
    machine: () => ({ node: 'v20', platform: 'test', cpus: 2, peakMemory: 1024 }),
    ...io,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
