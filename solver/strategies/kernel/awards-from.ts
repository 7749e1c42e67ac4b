import type { Plan } from '../../../scenarios/domain/plan.ts';
import { type PlanningProblem, pairPosition } from '../../problem.ts';
import { lackingPairs } from './counted-pairs.ts';
import { decidedByLocks } from './decided.ts';

/**
 * The awards of a plan of a scenario like this one, as positions here: without those that are not eligible or that a lock refuses, with
 * those that locks ask for and the cheapest that counts do. Other rules may still refuse them together.
 */
export function awardsFrom(
  problem: PlanningProblem,
  awards: Plan['awards'],
  rise: (pair: number) => number,
): readonly number[] {
  const { lockedAward } = decidedByLocks(problem, [...problem.pairs.keys()]);
  const known = new Set(awards.flatMap(({ supplier, item }) => pairPosition(problem, supplier, item) ?? []));
  lockedAward.forEach((lock, pair) => {
    if (lock === 1) known.add(pair);
    if (lock === 2) known.delete(pair);
  });
  const refusedLast = (pair: number) => (lockedAward[pair] === 2 ? Number.MAX_VALUE : rise(pair));
  return [...known, ...lackingPairs(problem, known, refusedLast)].sort((left, right) => left - right);
}
