import { capacityInUnits } from '../../constraints/largest-useful-output.ts';
import type { PlanningProblem } from '../../problem.ts';
import type { Ascent } from './ascend.ts';
import { countedPairs } from './counted-pairs.ts';
import type { PriceProblem } from './price-problem.ts';

/** How wide a kernel is. */
export interface Width {
  /** Pairs of each package by reduced cost, whatever the prices make of them. */
  readonly cheapest: number;
  /** How many times the work of each package and period its pairs could do. */
  readonly coverage: number;
}

/** An award of which the averaged primal uses less is noise. */
const LEAST_USE = 1e-3;

/**
 * Pairs worth a model (positions in the problem, ascending): those that the averaged primal uses, that a lock awards or that a plan at hand awards, the
 * cheapest of each package by reduced cost and as many as a count may ask for, and the next cheapest until those of a package could do its work of
 * each period several times over, each by itself.
 */
export function kernelPairs(
  problem: PlanningProblem,
  arrays: PriceProblem,
  { averagedPrimal, reducedCosts }: Pick<Ascent, 'averagedPrimal' | 'reducedCosts'>,
  { cheapest, coverage }: Width,
  awarded: Iterable<number> = [],
): readonly number[] {
  const kernel = new Set(awarded);
  const allowed = (pair: number) => Number.isFinite(reducedCosts[arrays.position[pair]!]!);
  const rise = (pair: number) => reducedCosts[arrays.position[pair]!]!;
  for (const { item, required } of problem.packages) {
    const own = [...(problem.pairsOf.get(item.item) ?? [])];
    own.sort((left, right) => rise(left) - rise(right) || left - right);
    own.forEach((pair, rank) => {
      const at = arrays.position[pair]!;
      if (rank < cheapest || averagedPrimal.awarded[at]! > LEAST_USE || arrays.lockedAward[at] === 1) kernel.add(pair);
    });
    for (let t = 1; t <= problem.horizon; t++) {
      let left = coverage * required[t]!;
      for (const pair of own) if (kernel.has(pair)) left -= unitsIn(problem, pair, t);
      for (let rank = cheapest; rank < own.length && left > 0; rank++) {
        const pair = own[rank]!;
        if (kernel.has(pair) || !allowed(pair)) continue;
        const units = unitsIn(problem, pair, t);
        if (units > 0 || mayMake(problem, pair, t)) kernel.add(pair);
        left -= units;
      }
    }
  }
  for (const pair of countedPairs(problem, kernel, rise)) kernel.add(pair);
  return [...kernel].sort((left, right) => left - right);
}

/** Units that a pair can complete in t when the supplier does nothing else and does not expand. */
const unitsIn = (problem: PlanningProblem, pair: number, t: number): number =>
  problem.pairs[pair]!.available[t] ? capacityInUnits(problem, pair, t, problem.capacity) : 0;

/** True where it can, if only by expanding. */
const mayMake = (problem: PlanningProblem, pair: number, t: number): boolean =>
  problem.pairs[pair]!.available[t]! && capacityInUnits(problem, pair, t) > 0;
