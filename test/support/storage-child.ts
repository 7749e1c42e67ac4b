import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const WRITER = at('dist/writer.child.js');

/** Bundles the other process: it starts in a fraction of the time. */
export const bundleWriter = (): void => {
  const options = ['--bundle', '--platform=node', '--format=esm', '--packages=external', '--log-level=warning'];
  execFileSync(at('node_modules/.bin/esbuild'), [at('test/db/writer.child.ts'), ...options, `--outfile=${WRITER}`]);
};

/** A process that writes; it is gone when the test is. `lines` grows while it runs. */
export interface Writer {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  readonly firstLine: Promise<void>;
  readonly ended: Promise<void>;
}

/** Starts `test/db/writer.child.ts` with arguments, under another command where one is named. */
export function startWriter(args: readonly string[], under: readonly string[] = []): Writer {
  const [command = '', ...rest] = [...under, process.execPath, WRITER, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => reader.on('close', resolve));
  const firstLine = Promise.race([new Promise<void>((resolve) => reader.once('line', () => resolve())), ended]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { process: child, lines, firstLine, ended };
}
