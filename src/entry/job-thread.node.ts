import { fileURLToPath } from 'node:url';
import { readyPlan } from '../../db/repositories/plan-row.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import { createWorkerEngine } from '../../solver/engines/worker-engine.node.ts';
import type { ThreadNews, ThreadTask } from '../jobs/thread-solver.node.ts';
import { solveDocument } from '../services/solve-document.ts';

// The engine has a thread of its own, so that this one makes plans of what it finds while it still searches.
const workerFile = fileURLToPath(new URL('./solver-worker.node.js', import.meta.url));
const engines = [
  createWorkerEngine(createHighsEngine(), workerFile),
  createJavascriptLpSolverEngine(() => performance.now()),
];
const now = () => performance.timeOrigin + performance.now();

/** The body of a job thread: one job per call, whole, with the engine that it names; its news over the task's port. */
export default function solve({ request, stop, port }: ThreadTask) {
  const tell = (news: ThreadNews) => port.postMessage(news);
  const input = {
    ...{ ...request, stop },
    progress: (progress: Extract<ThreadNews, { progress: unknown }>['progress']) => tell({ progress }),
    from: (from: string) => tell({ from }),
    better: (better: Extract<ThreadNews, { better: unknown }>['better']) => tell({ better }),
  };
  return solveDocument({ ctx: { engines, now, ready: readyPlan }, input });
}
