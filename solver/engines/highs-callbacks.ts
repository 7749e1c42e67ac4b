import type { HighsCallbackMap } from 'highs';
import type { EngineHooks } from './engine.ts';
import type { Highs } from './highs-instance.ts';

/** Least time between two progress reports. */
const PROGRESS_SECONDS = 0.2;

/** The callbacks of one solve, and what it was interrupted for if it was. */
export interface HighsWatch {
  readonly callbacks: HighsCallbackMap;
  readonly ended: () => 'interrupt' | 'work';
}

/**
 * Tells progress and interrupts the solve when it should stop, or when a whole-number search has used more than `mostIterations` of the
 * simplex: HiGHS has no option for that.
 */
export function watchHighs(highs: Highs, hooks: EngineHooks | undefined, mostIterations?: number): HighsWatch {
  const types = highs.constants.callbackType;
  const stop = hooks?.stop;
  const stopped = () => stop !== undefined && Atomics.load(stop, 0) !== 0;
  const tell = tellingOf(hooks);
  let ended: 'interrupt' | 'work' = 'interrupt';
  const callbacks: HighsCallbackMap = {
    [types.mipInterrupt](event) {
      const { running_time, mip_primal_bound, mip_dual_bound, mip_total_lp_iterations } = event.data;
      tell(running_time ?? 0, mip_primal_bound, mip_dual_bound);
      if (stopped()) event.interrupt();
      else if (mostIterations !== undefined && Number(mip_total_lp_iterations ?? 0) > mostIterations) {
        ended = 'work';
        event.interrupt();
      }
    },
    [types.simplexInterrupt](event) {
      if (stopped()) event.interrupt();
    },
  };
  return { callbacks, ended: () => ended };
}

/** Tells at intervals; where the clock stands still during work, as in a production Worker, each change of what is known. */
function tellingOf(hooks: EngineHooks | undefined) {
  let told = Number.NEGATIVE_INFINITY;
  let last: { readonly seconds: number; readonly known: string } | undefined;
  return (seconds: number, primal: number | undefined, dual: number | undefined): void => {
    const known = `${primal} ${dual}`;
    const news = seconds === last?.seconds && known !== last.known;
    last = { seconds, known };
    if (seconds - told < PROGRESS_SECONDS && !news) return;
    told = seconds;
    hooks?.progress?.({ incumbent: finite(primal), bound: finite(dual), seconds });
  };
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Math.abs(value) < 1e29 ? value : null;
