import type { CallbackData, CallbackEventFor, HighsCallbackMap } from 'highs';
import { type EngineHooks, isStopped } from './engine.ts';
import type { Highs } from './highs-instance.ts';

/** Least time between two progress reports, and between two incumbents. */
const PROGRESS_SECONDS = 0.2;

/** What ends a solve where seconds cannot be trusted or memory is scarce. */
export interface HighsEnds {
  /** Iterations of the simplex: of an LP, or of all LPs of a whole-number search together, counted between them. */
  readonly simplex: number;
  /** Iterations of the interior-point method on an LP. */
  readonly interior: number;
  /** How often that method and the crossover after it may ask whether to go on: the crossover has no iterations to be limited by. */
  readonly steps: number;
  /** True when a whole-number search that has a solution should end with it for want of memory. */
  readonly tight: () => boolean;
}

/** What a callback interrupted a solve for: the caller's stop, too many iterations, or scarce memory. */
export type InterruptedBy = 'interrupt' | 'work' | 'engine';

/** The callbacks of one solve, and what it was interrupted for if it was. */
export interface HighsWatch {
  readonly callbacks: HighsCallbackMap;
  readonly ended: () => InterruptedBy;
}

/** Tells progress and interrupts the solve when it should stop; HiGHS has no option that limits the iterations of a whole-number search. */
export function watchHighs(highs: Highs, hooks: EngineHooks | undefined, ends: HighsEnds | undefined): HighsWatch {
  const types = highs.constants.callbackType;
  const stopped = () => hooks !== undefined && isStopped(hooks);
  const tell = tellingOf(hooks);
  const incumbents = incumbentsOf(hooks);
  let ended: InterruptedBy = 'interrupt';
  let steps = 0;
  const reasonToEnd = ({ mip_primal_bound, mip_total_lp_iterations }: CallbackData): InterruptedBy | undefined => {
    if (stopped()) return 'interrupt';
    if (ends === undefined) return undefined;
    if (Number(mip_total_lp_iterations ?? 0) > ends.simplex) return 'work';
    return finite(mip_primal_bound) !== null && ends.tight() ? 'engine' : undefined;
  };
  const callbacks: HighsCallbackMap = {
    [types.mipInterrupt](event) {
      const { running_time, mip_primal_bound, mip_dual_bound } = event.data;
      incumbents?.pass(running_time ?? 0);
      tell(running_time ?? 0, mip_primal_bound, mip_dual_bound);
      const reason = reasonToEnd(event.data);
      if (reason === undefined) return;
      ended = reason;
      event.interrupt();
    },
    [types.simplexInterrupt](event) {
      if (stopped()) event.interrupt();
    },
    [types.ipmInterrupt](event) {
      steps += 1;
      const used = ends !== undefined && steps > ends.steps;
      if (!stopped() && !used) return;
      ended = stopped() ? 'interrupt' : 'work';
      event.interrupt();
    },
    ...(incumbents && {
      [types.mipImprovingSolution]({ data }: CallbackEventFor<4>) {
        incumbents.found(data.mip_solution);
        incumbents.pass(data.running_time ?? 0);
      },
    }),
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

/** Passes on the last incumbent that was found, at intervals; undefined where nobody listens. */
function incumbentsOf(hooks: EngineHooks | undefined) {
  const listener = hooks?.incumbent;
  if (listener === undefined) return undefined;
  let passed = Number.NEGATIVE_INFINITY;
  let latest: Float64Array | undefined;
  return {
    found: (values: Float64Array | undefined): void => {
      latest = values;
    },
    pass: (seconds: number): void => {
      if (latest === undefined || seconds - passed < PROGRESS_SECONDS) return;
      passed = seconds;
      listener(latest);
      latest = undefined;
    },
  };
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Math.abs(value) < 1e29 ? value : null;
