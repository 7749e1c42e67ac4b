import { createHighsEngine } from '../../solver/engines/highs.ts';
import { createHighsLoader } from '../../solver/engines/highs-runtime.node.ts';
import { createJavascriptLpSolverEngine } from '../../solver/engines/javascript-lp-solver.ts';
import { remoteStore } from '../jobs/remote-store.node.ts';
import type { HeavyAnswer, HeavyTask } from '../jobs/thread-heavy.node.ts';
import { callHeavy } from '../services/heavy.ts';

const now = () => performance.now();
/** Loaded when they first solve. */
const solving = { engines: [createHighsEngine(createHighsLoader()), createJavascriptLpSolverEngine(now)], now };

/** The body of a thread for heavy services: one call at a time, whole, on a store that another thread has. */
export default async function answer({ call, port }: HeavyTask): Promise<HeavyAnswer> {
  try {
    return { ok: true, value: await callHeavy(call, { store: remoteStore(port), solving }) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, message, stack };
  } finally {
    port.close();
  }
}
