import { Piscina } from 'piscina';
import type { SimulationTerms } from '../../scenarios/domain/simulation.ts';
import type { Batch, PlannedFlow, Running } from '../services/simulate-plan.ts';

/** Runs of a plan as they cross to a thread. */
export interface SimulationTask {
  readonly flow: PlannedFlow;
  readonly terms: SimulationTerms;
  readonly from: number;
  readonly to: number;
}

/** Runs of plans in threads, as many as are asked for, started when they are first needed; `workerFile` is the bundled entry that answers {@link SimulationTask}. */
export function createThreadSimulation(
  workerFile: string,
  threads: number,
): { readonly running: () => Omit<Running, 'progress'>; readonly close: () => Promise<void> } {
  let pool: Piscina | undefined;
  return {
    running: () => {
      const here = pool ?? new Piscina({ filename: workerFile, minThreads: 0, maxThreads: threads, idleTimeout: 1000 });
      pool = here;
      return {
        threads,
        runBatch: (flow, terms, from, to): Promise<Batch> =>
          here.run({ flow, terms, from, to } satisfies SimulationTask),
      };
    },
    close: async () => pool?.destroy(),
  };
}
