import { inPlaceFrom } from '../../scenarios/capacity.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import type { PlanningProblem } from '../problem.ts';

/**
 * What a plan does, as far as an outage asks: quantities by the positions in the lists of its problem, which carries the hours for a unit that
 * the plan takes. `Quantities` of a solution are one.
 */
export interface Operation {
  readonly problem: PlanningProblem;
  /** Per pair. */
  readonly awarded: readonly boolean[];
  /** Units per pair in t = 1..T. */
  readonly produced: readonly Float64Array[];
  /** Units completed of what is had without an award, in t = 1..T. */
  readonly completed: readonly Float64Array[];
  /** How many of each expansion are bought in t = 1..T. */
  readonly bought: readonly Float64Array[];
  /** Period per candidate in which its onboarding starts; 1 where no rule makes that matter. */
  readonly starts: readonly PeriodIndex[];
  /** Per demand, in t = 1..T at least. */
  readonly delivered: readonly Float64Array[];
  /** Per stocked item, at the end of t = 0..T. */
  readonly stock: readonly Float64Array[];
}

/** An award that can still make something in an outage. */
export interface Source {
  /** Position of its pair. */
  readonly pair: number;
  readonly candidate: number;
  readonly supplier: string;
  readonly item: string;
  /** Units in t = 1..T as planned. */
  readonly made: Float64Array;
  /** Whether it can produce in t = 1..T, as onboarding, qualification and certificates have it in the plan. */
  readonly ready: readonly boolean[];
}

/** The awards of an operation, in the order of its pairs. */
export function sourcesOf({ problem, awarded, produced, starts }: Operation): readonly Source[] {
  const candidateOf = new Map<number, number>();
  problem.candidates.forEach(({ pairs }, candidate) => {
    for (const pair of pairs) candidateOf.set(pair, candidate);
  });
  return problem.pairs.flatMap(({ supplier, item, available, lead }, pair) => {
    const candidate = candidateOf.get(pair)!;
    if (!awarded[pair]) return [];
    const { lastStart } = problem.candidates[candidate]!;
    const first = lastStart === null ? 1 : starts[candidate]! + lead;
    const ready = available.map((can, t) => can && t >= first);
    return [{ pair, candidate, supplier, item, made: produced[pair]!, ready }];
  });
}

/** Hours by candidate, then process, in t = 1..T: what it offers, and those of the expansions in place. */
export function hoursInPlace({ problem, bought }: Operation): readonly ReadonlyMap<string, Float64Array>[] {
  const hours = problem.candidates.map(
    ({ supplier, processes }) =>
      new Map(
        processes.map((process) => [
          process,
          Float64Array.from({ length: problem.horizon + 1 }, (_, t) =>
            t === 0 ? 0 : problem.capacity(supplier.supplier, process, t),
          ),
        ]),
      ),
  );
  problem.expansions.forEach((expansion, at) => {
    const own = hours[expansion.candidate]!.get(expansion.process)!;
    bought[at]!.forEach((count: Units, t) => {
      if (count === 0) return;
      for (let later = inPlaceFrom(expansion, t); later < own.length; later++)
        own[later]! += count * expansion.hoursPerPeriod;
    });
  });
  return hours;
}
