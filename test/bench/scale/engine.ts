import { fileURLToPath } from 'node:url';
import { createHighsEngine } from '../../../solver/engines/highs.ts';
import { createWorkerEngine } from '../../../solver/engines/worker-engine.node.ts';

/** HiGHS in a thread of its own, as the command line runs it; the bundle of the bench lies beside the thread's. */
export const threadEngine = () =>
  createWorkerEngine(createHighsEngine(), fileURLToPath(new URL('./solver-worker.node.js', import.meta.url)));
