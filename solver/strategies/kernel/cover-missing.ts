import { hoursIn } from '../../planning-pair.ts';
import type { PlanningProblem } from '../../problem.ts';
import { decidedByLocks } from './decided.ts';
import type { Missing } from './missing-units.ts';

/** Units below this are noise. */
const NOISE = 1e-6;

/**
 * Awards (positions in the problem) with more of them until free hours cover what is missing, package by package: first the pair whose
 * unit costs least with its one-off costs, and its share of the expansions that it would take, spread over what it would add; none that a lock refuses. `missing.produced` is in the order of `awarded`.
 */
export function coverMissing(
  problem: PlanningProblem,
  awarded: readonly number[],
  missing: Missing,
): readonly number[] {
  const { horizon, packages, pairs, pairsOf } = problem;
  const chosen = new Set(awarded);
  const { lockedAward } = decidedByLocks(problem, [...pairs.keys()]);
  const members = new Set(awarded.map((pair) => pairs[pair]!.supplier));
  const onboarding = new Map(
    problem.candidates.map(({ supplier, onboardingCost }) => [supplier.supplier, onboardingCost]),
  );
  const used = new Map<string, Float64Array>();
  const usedBy = (supplier: string, process: string) => {
    const key = `${supplier}|${process}`;
    const own = used.get(key) ?? new Float64Array(horizon + 1);
    used.set(key, own);
    return own;
  };
  const book = (pair: number, units: Float64Array) => {
    for (const { process } of pairs[pair]!.hours) {
      const own = usedBy(pairs[pair]!.supplier, process);
      for (let t = 1; t <= horizon; t++) own[t]! += hoursIn(pairs[pair]!, process, t) * units[t]!;
    }
  };
  awarded.forEach((pair, at) => {
    book(pair, missing.produced[at]!);
  });
  /** What the free hours of a pair add of what is left. */
  const adds = (pair: number, left: Float64Array): Float64Array => {
    const { supplier, hours, available } = pairs[pair]!;
    return left.map((units, t) => {
      if (units <= NOISE || !available[t]) return 0;
      let most = units;
      for (const step of hours) {
        const free = problem.reachable(supplier, step.process, t) - usedBy(supplier, step.process)[t]!;
        const perUnit = hoursIn(pairs[pair]!, step.process, t);
        if (perUnit > 0) most = Math.min(most, Math.max(0, free) / perUnit);
      }
      return most;
    });
  };
  const hourOf = cheapestHours(problem);
  /** What the hours beyond one's own and those at work already would cost where they are most. */
  const expanding = (pair: number, units: Float64Array): number => {
    const { supplier, hours } = pairs[pair]!;
    return hours.reduce((sum, step) => {
      const perHour = hourOf.get(`${supplier}|${step.process}`);
      if (perHour === undefined) return sum;
      const beyond = (more: number) =>
        usedBy(supplier, step.process).reduce((most, own, t) => {
          const hours = own + more * hoursIn(pairs[pair]!, step.process, t) * units[t]!;
          return Math.max(most, hours - problem.capacity(supplier, step.process, t));
        }, 0);
      return sum + perHour * (beyond(1) - beyond(0));
    }, 0);
  };
  packages.forEach(({ item }, w) => {
    const left = Float64Array.from(missing.units[w]!);
    const others = (pairsOf.get(item.item) ?? []).filter((pair) => !chosen.has(pair) && lockedAward[pair] !== 2);
    while (total(left) > NOISE) {
      let best: { readonly pair: number; readonly units: Float64Array; readonly price: number } | undefined;
      for (const pair of others) {
        if (chosen.has(pair)) continue;
        const units = adds(pair, left);
        const sum = total(units);
        if (sum <= NOISE) continue;
        const { unitCost, qualificationCost, supplier } = pairs[pair]!;
        const once = qualificationCost + (members.has(supplier) ? 0 : onboarding.get(supplier)!);
        const price = unitCost + (once + expanding(pair, units)) / sum;
        if (best === undefined || price < best.price) best = { pair, units, price };
      }
      if (best === undefined) break;
      chosen.add(best.pair);
      members.add(pairs[best.pair]!.supplier);
      book(best.pair, best.units);
      for (let t = 1; t <= horizon; t++) left[t]! -= best.units[t]!;
    }
  });
  return [...chosen].sort((left, right) => left - right);
}

/** Least capex for an hour in every period, by supplier and process that can expand. */
function cheapestHours({ expansions }: PlanningProblem): ReadonlyMap<string, number> {
  const cheapest = new Map<string, number>();
  for (const { supplier, process, capex, hoursPerPeriod } of expansions) {
    const key = `${supplier}|${process}`;
    cheapest.set(key, Math.min(cheapest.get(key) ?? Number.POSITIVE_INFINITY, capex / hoursPerPeriod));
  }
  return cheapest;
}

const total = (units: Float64Array): number => units.reduce((sum, each) => sum + each, 0);
