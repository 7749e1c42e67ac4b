import { narrowedTo } from '../../narrowed.ts';
import type { PlanningProblem } from '../../problem.ts';
import { arraysOf } from './priced.ts';
import { boundAt } from './prices.ts';
import { reducedCosts } from './reduced-costs.ts';
import type { Search } from './search.ts';

/** Relative room for rounding: a pair is left out only where an award of it costs more by more than this. */
const ROOM = 1e-6;

/**
 * The problem without the pairs that no plan cheaper than the best one awards: those for which bound and rise ({@link reducedCosts}) come
 * to more than its cost. Among plans with at most its shortfall and the tolerance the least cost is then the same here as in the whole
 * problem, where the best plan's shortfall is settled; before that nothing is left out (reduced-cost fixing: Wolsey, Integer Programming,
 * 1998, section 7.4).
 */
export function withoutUseless(search: Search): PlanningProblem {
  const { problem, standing, prices } = search;
  const best = standing.best();
  if (!best || !prices.cost || !standing.settled()[0]) return problem;
  const arrays = { ...arraysOf(search, 'cost'), most: standing.most() };
  const { bound } = boundAt(arrays, prices.cost);
  const rises = reducedCosts(arrays, prices.cost);
  const room = best.cost + ROOM * Math.max(1, Math.abs(best.cost)) - bound;
  // The plan's model stays whole, with pairs whose awards were dropped as idle: it is what the engine starts from.
  const own = new Set(best.solution.problem.pairs);
  const kept = [...problem.pairs.keys()].filter(
    (pair) => own.has(problem.pairs[pair]!) || rises[arrays.position[pair]!]! <= room,
  );
  return kept.length < problem.pairs.length ? narrowedTo(problem, kept) : problem;
}
