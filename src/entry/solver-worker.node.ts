import type { EngineHooks } from '../../solver/engines/engine.ts';
import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import { withEmptyNames } from '../../solver/engines/nameless-model.ts';
import type { SolveNews, SolveTask } from '../../solver/engines/worker-engine.node.ts';

const engines = [createHighsEngine(createHighsLoader()), createJavascriptLpSolverEngine(() => performance.now())];

/** The body of a solver thread: one solve per call, by the engine that the task names; progress and incumbents over the task's port. */
export default function solve({ engine: name, model, limits, stop, start, incumbents, port }: SolveTask) {
  const engine = engines.find((known) => known.name === name);
  if (engine === undefined) throw new Error(`no engine ${name}`);
  const tell = (news: SolveNews): void => port.postMessage(news);
  const hooks: EngineHooks = {
    progress: (progress) => tell({ progress }),
    ...(incumbents ? { incumbent: (incumbent: Float64Array) => tell({ incumbent }) } : {}),
    ...(stop ? { stop } : {}),
  };
  return engine.solve(withEmptyNames(model), limits, hooks, start);
}
