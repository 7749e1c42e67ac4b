import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import type { SolveTask } from '../../solver/engines/worker-engine.node.ts';

const engines = [createHighsEngine(createHighsLoader()), createJavascriptLpSolverEngine(() => performance.now())];

/** The body of a solver thread: one solve per call, by the engine that the task names; progress over the task's port. */
export default function solve({ engine: name, model, limits, stop, start, port }: SolveTask) {
  const engine = engines.find((known) => known.name === name);
  if (engine === undefined) throw new Error(`no engine ${name}`);
  const progress = (event: object) => port.postMessage(event);
  return engine.solve(model, limits, { progress, ...(stop ? { stop } : {}) }, start);
}
