#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import type { EngineName } from '../../solver/engines/engine.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import { createWorkerEngine, type WorkerEngine } from '../../solver/engines/worker-engine.node.ts';
import { main, reportBug } from '../cli/main.ts';
import { machineOf } from '../cli/terminal/machine.ts';
import { createThreadSimulation } from '../jobs/thread-simulation.node.ts';

/** Parts of a model are few, and each thread has the memory of its own part. */
const MOST_THREADS = 8;

const { argv, env, stdin, stdout, stderr } = process;
const workerFile = fileURLToPath(new URL('./solver-worker.node.js', import.meta.url));
const threads = Math.min(availableParallelism(), MOST_THREADS);
const engines: Readonly<Record<EngineName, WorkerEngine>> = {
  highs: createWorkerEngine(createHighsEngine(), workerFile, threads),
  'javascript-lp-solver': createWorkerEngine(
    createJavascriptLpSolverEngine(() => performance.now()),
    workerFile,
    threads,
  ),
};

const simulationWorker = fileURLToPath(new URL('./simulation-worker.node.js', import.meta.url));
const simulation = createThreadSimulation(simulationWorker, threads);

// A reader that has enough, as in `gilde plan … | head`, is no error.
for (const output of [stdout, stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
}
process.on('uncaughtException', (error) => process.exit(reportBug({ stderr, env }, error)));

const code = await main({
  ...{ argv: argv.slice(2), env, stdin, stdout, stderr, version, cwd: process.cwd() },
  now: () => performance.timeOrigin + performance.now(),
  engine: async (name) => engines[name],
  simulating: simulation.running,
  cases: async (base, count) => {
    const { createThreadCases } = await import('../jobs/thread-cases.node.ts');
    return createThreadCases(fileURLToPath(new URL('./case-worker.node.js', import.meta.url)), count, base);
  },
  keeper: async () => {
    const { createDatabaseKeeper } = await import('../../db/keeper.node.ts');
    const waiting = { now: Date.now, chance: Math.random, sleep, patience: 10_000 };
    return createDatabaseKeeper(waiting, { now: Date.now, randomBytes });
  },
  serve: async (wanted) => (await import('./serve.node.ts')).serve(wanted),
  onInterrupt: (handler) => {
    process.on('SIGINT', handler).on('SIGTERM', handler);
    return () => process.off('SIGINT', handler).off('SIGTERM', handler);
  },
  machine: () => machineOf(process),
});
process.exitCode = code;
if (code === 130) process.exit();
for (const engine of Object.values(engines)) await engine.close();
await simulation.close();
