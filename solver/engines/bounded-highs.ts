import type { LinearModel } from '../model/linear-model.ts';
import type { Engine, Outcome } from './engine.ts';
import { createHighsEngine, HIGHS_VERSION } from './highs.ts';
import type { HighsEnds } from './highs-callbacks.ts';
import type { Highs, MemoryRoom } from './highs-instance.ts';

/** What a solve may use where memory is scarce and no clock runs during work. */
export interface HighsBounds {
  /** Bytes of WebAssembly memory of one solve. */
  readonly memory: number;
  /** Branch-and-bound nodes of a solve that states no work limit of its own. */
  readonly nodes: number;
  /** Of every solve, whatever its own limits. */
  readonly iterations: Pick<HighsEnds, 'simplex' | 'interior' | 'steps'>;
}

const MEBIBYTE = 2 ** 20;

/** Bounds for a Worker: 128 MB in all, and seconds of processor time in the hundreds. docs/decisions/0009 has what was measured. */
export const EDGE_BOUNDS: HighsBounds = {
  memory: 96 * MEBIBYTE,
  nodes: 1000,
  iterations: { simplex: 200_000, interior: 500, steps: 1_000_000 },
};

/** Memory that HiGHS has before it is given a model. */
const EMPTY = 20 * MEBIBYTE;
/** Least bytes that a model was seen to take per column, row and non-zero: of an LP, and with whole numbers. */
const LEAST_BYTES = { lp: 160, mip: 320 };

/** Share of the memory above which a search that has a solution ends with it: memory grows by a fifth at a time. */
const TIGHT = 0.75;

/**
 * HiGHS within bounds of memory and work, in this thread. A search for whole numbers whose memory runs out ends at the limit `engine` with
 * its best solution; a solve without one is then undecided. The next solve gets a fresh instance, so that it works. One that reaches a
 * bound of work ends at the limit `work`. Models that surely need more memory are refused. Seconds count as far as the clock runs.
 */
export function createBoundedHighs(load: (room: MemoryRoom) => Promise<Highs>, bounds: HighsBounds): Engine {
  const refuses = (model: LinearModel) => refusal(model, bounds);
  return {
    name: 'highs',
    version: HIGHS_VERSION,
    memory: bounds.memory,
    refuses,
    async solve(model, limits, hooks, start) {
      const refused = refuses(model);
      if (refused !== undefined) return undecided(refused);
      // HiGHS asks again for less when it is refused; only a last refusal leaves it without.
      let last = { bytes: 0, granted: true };
      const asked = (bytes: number, granted: boolean) => {
        last = { bytes, granted };
      };
      const ends = { ...bounds.iterations, tight: () => last.bytes > TIGHT * bounds.memory };
      const once = createHighsEngine(() => load({ most: bounds.memory, asked }), ends);
      const outcome = await once.solve(model, { work: bounds.nodes, ...limits }, hooks, start);
      return last.granted ? outcome : undecided(`the model needs more than ${room(bounds)}; ${ADVICE}`);
    },
  };
}

const ADVICE = 'plan it with the command line or with a service on Node';

const undecided = (reason: string): Outcome => ({ status: 'undecided', limit: 'engine', reason });

const room = ({ memory }: HighsBounds): string =>
  `the ${Math.floor(memory / MEBIBYTE)} MiB of memory that the solver has here`;

function refusal({ columns, rows, values, integer }: LinearModel, bounds: HighsBounds): string | undefined {
  const each = integer.includes(1) ? LEAST_BYTES.mip : LEAST_BYTES.lp;
  const most = Math.floor((bounds.memory - EMPTY) / each);
  if (columns.length + rows.length + values.length <= most) return undefined;
  const size = `${columns.length} columns × ${rows.length} rows with ${values.length} coefficients`;
  return `the model has ${size}, in all more than ${most.toLocaleString('en')}, and needs more than ${room(bounds)}; ${ADVICE}`;
}
