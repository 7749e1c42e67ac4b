import type { SimulationTerms } from '../../../scenarios/domain/simulation.ts';
import { simulationTerms } from '../../../scenarios/wire/simulation-schema.ts';

/** The defaults of `gilde simulate`, but for what a test states. */
export const termsWith = (stated: Partial<SimulationTerms> = {}): SimulationTerms => simulationTerms.parse(stated);
