import { runBatch } from '../../solver/simulation/batch.ts';
import type { SimulationTask } from '../jobs/thread-simulation.node.ts';

/** The body of a thread that runs plans: some runs per call. */
export default function simulate({ flow, terms, from, to }: SimulationTask) {
  return runBatch(flow, terms, from, to);
}
