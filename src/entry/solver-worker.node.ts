import type { SolveTask } from '../../solver/engines/highs.node.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';

const engine = createHighsEngine(createHighsLoader());

/** The body of a solver thread: one solve per call, progress over the task's port. */
export default function solve({ model, limits, stop, start, port }: SolveTask) {
  const progress = (event: object) => port.postMessage(event);
  return engine.solve(model, limits, { progress, ...(stop ? { stop } : {}) }, start);
}
