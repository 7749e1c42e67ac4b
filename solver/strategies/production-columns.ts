import type { PlanningProblem } from '../problem.ts';

/** Columns of production of the whole model, the measure of its size: over all pairs, the periods in which each is available. */
export const productionColumns = ({ pairs }: Pick<PlanningProblem, 'pairs'>): number =>
  pairs.reduce((sum, { available }) => sum + available.filter(Boolean).length, 0);
