import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import type { ThreadNews, ThreadTask } from '../jobs/thread-solver.node.ts';
import { solveDocument } from '../services/solve-document.ts';

const engines = [createHighsEngine(createHighsLoader()), createJavascriptLpSolverEngine(() => performance.now())];
const now = () => performance.timeOrigin + performance.now();

/** The body of a job thread: one job per call, whole, by an engine in this thread; its news over the task's port. */
export default function solve({ request, stop, port }: ThreadTask) {
  const tell = (news: ThreadNews) => port.postMessage(news);
  const input = {
    ...{ ...request, stop },
    progress: (progress: Extract<ThreadNews, { progress: unknown }>['progress']) => tell({ progress }),
    better: (better: Extract<ThreadNews, { better: unknown }>['better']) => tell({ better }),
  };
  return solveDocument({ ctx: { engines, now }, input });
}
