#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { createHighsWorkerEngine } from '../../solver/engines/highs.node.ts';
import { main, reportBug } from '../cli/main.ts';
import { machineOf } from '../cli/terminal/machine.ts';

const { argv, env, stdin, stdout, stderr } = process;
const engine = createHighsWorkerEngine(fileURLToPath(new URL('./solver-worker.node.js', import.meta.url)));

// A reader that has enough, as in `gilde plan … | head`, is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
process.on('uncaughtException', (error) => process.exit(reportBug({ stderr, env }, error)));

const code = await main({
  ...{ argv: argv.slice(2), env, stdin, stdout, stderr, version, cwd: process.cwd() },
  now: () => performance.timeOrigin + performance.now(),
  engine: async () => engine,
  onInterrupt: (handler) => {
    process.on('SIGINT', handler).on('SIGTERM', handler);
    return () => process.off('SIGINT', handler).off('SIGTERM', handler);
  },
  machine: () => machineOf(process),
});
process.exitCode = code;
if (code === 130) process.exit();
await engine.close();
