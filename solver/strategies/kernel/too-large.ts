import type { Engine } from '../../engines/engine.ts';
import type { PlanningProblem } from '../../problem.ts';
import { productionColumns } from '../production-columns.ts';

/**
 * Production columns up to which a search was seen to fit into the 128 MB of a Worker, its solves among them: 365,000 took 64 MB of
 * objects, 5 MB of arrays and 35 MiB of a solve. docs/decisions/0009 has what was measured.
 */
export const MOST_CAPPED = 400_000;

/** Why a problem is too large where memory is capped: it is not only solves that need some. Undefined where it is not. */
export function tooLarge(problem: PlanningProblem, { memory }: Engine): string | undefined {
  if (memory === undefined) return undefined;
  const columns = productionColumns(problem);
  if (columns <= MOST_CAPPED) return undefined;
  const most = MOST_CAPPED.toLocaleString('en');
  return (
    `the scenario has ${columns.toLocaleString('en')} combinations of a supplier, an item and a period in which that supplier can make it, ` +
    `and there is memory for at most ${most} here; plan it with the command line or with a service on Node`
  );
}
