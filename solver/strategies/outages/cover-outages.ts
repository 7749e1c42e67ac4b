import type { PeriodIndex, Units } from '../../../scenarios/domain/units.ts';
import { grouped } from '../../../scenarios/grouped.ts';
import { hoursIn } from '../../planning-pair.ts';
import type { AskedOutage, PlanningProblem } from '../../problem.ts';
import { decidedByLocks } from '../kernel/decided.ts';

/** Units and hours below this are noise. */
const NOISE = 1e-6;

/** A plan of awards: positions in the problem, and what each makes in t = 1..T. */
export interface Working {
  readonly awarded: readonly number[];
  /** By pair of the problem; absent: nothing. */
  readonly made: ReadonlyMap<number, Float64Array>;
}

/**
 * Awards with more of them until the others can make up for each outage, outage by outage: β of what the lost suppliers make in its window, from
 * the hours that are free meanwhile, first of who is awarded, then of those whose award costs least for a unit; none that a lock refuses. Work that is
 * moved within a supplier, stock and other periods are left to the schedule of these awards. `from`: whether who is no member yet may become one.
 */
export function coverOutages(
  problem: PlanningProblem,
  { awarded, made }: Working,
  outages: readonly AskedOutage[],
  from: 'anyone' | 'members',
): readonly number[] {
  const { pairs, pairsOf, candidates, horizon } = problem;
  const chosen = new Set(awarded);
  const { lockedAward } = decidedByLocks(problem, [...pairs.keys()]);
  const members = new Set(awarded.map((pair) => pairs[pair]!.supplier));
  const firms = new Map(candidates.map((candidate) => [candidate.supplier.supplier, candidate]));
  const ownOf = grouped(awarded, (pair) => pairs[pair]!.supplier);
  const worked = new Map<string, Float64Array>();
  const workedBy = (supplier: string, process: string): Float64Array => {
    const key = JSON.stringify([supplier, process]);
    const known = worked.get(key);
    if (known) return known;
    const hours = Float64Array.from({ length: horizon + 1 }, (_, t) =>
      (ownOf.get(supplier) ?? []).reduce(
        (sum, pair) => sum + hoursIn(pairs[pair]!, process, t) * (made.get(pair)?.[t] ?? 0),
        0,
      ),
    );
    worked.set(key, hours);
    return hours;
  };
  const onceFor = (pair: number): number => {
    const { supplier, qualificationCost } = pairs[pair]!;
    return qualificationCost + (members.has(supplier) ? 0 : firms.get(supplier)!.onboardingCost);
  };
  for (const { terms, outage } of outages) {
    const lost = new Set(outage.loss.suppliers);
    const taken = new Map<string, number>();
    const free = (pair: number, t: PeriodIndex, wanted: Units): Units => {
      const { supplier, hours, available } = pairs[pair]!;
      if (!available[t] || lost.has(supplier)) return 0;
      const stretch = 1 + terms.surge(firms.get(supplier)!.supplier);
      return hours.reduce((most, { process }) => {
        const perUnit = hoursIn(pairs[pair]!, process, t);
        if (perUnit <= 0) return most;
        const used =
          terms.serviceLevel * workedBy(supplier, process)[t]! + (taken.get(`${supplier}|${process}|${t}`) ?? 0);
        return Math.min(most, Math.max(0, stretch * problem.capacity(supplier, process, t) - used) / perUnit);
      }, wanted);
    };
    const book = (pair: number, t: PeriodIndex, units: Units) => {
      const { supplier, hours } = pairs[pair]!;
      for (const { process } of hours) {
        const key = `${supplier}|${process}|${t}`;
        taken.set(key, (taken.get(key) ?? 0) + units * hoursIn(pairs[pair]!, process, t));
      }
    };
    const take = (pair: number, left: Float64Array): void => {
      for (let t = outage.from; t <= outage.to; t++) {
        if (left[t]! <= NOISE) continue;
        const units = free(pair, t, left[t]!);
        if (units <= 0) continue;
        book(pair, t, units);
        left[t]! -= units;
      }
    };
    for (const [item, left] of lostUnits(problem, { awarded: [...chosen], made }, outage, terms.serviceLevel)) {
      const sources = pairsOf.get(item) ?? [];
      for (const pair of sources) if (chosen.has(pair)) take(pair, left);
      while (total(left) > NOISE) {
        let best: { readonly pair: number; readonly price: number } | undefined;
        for (const pair of sources) {
          if (chosen.has(pair) || lockedAward[pair] === 2 || lost.has(pairs[pair]!.supplier)) continue;
          if (from === 'members' && !members.has(pairs[pair]!.supplier)) continue;
          let units = 0;
          for (let t = outage.from; t <= outage.to; t++) units += left[t]! > NOISE ? free(pair, t, left[t]!) : 0;
          const price = units > NOISE ? onceFor(pair) / units : Number.POSITIVE_INFINITY;
          if (price < (best?.price ?? Number.POSITIVE_INFINITY)) best = { pair, price };
        }
        if (!best) break;
        chosen.add(best.pair);
        members.add(pairs[best.pair]!.supplier);
        take(best.pair, left);
      }
    }
  }
  return [...chosen].sort((left, right) => left - right);
}

/** By item, what lost suppliers make in the window, times the service level. */
function lostUnits(
  { pairs, horizon }: PlanningProblem,
  { awarded, made }: Working,
  { loss, from, to }: AskedOutage['outage'],
  level: number,
): ReadonlyMap<string, Float64Array> {
  const lost = new Set(loss.suppliers);
  const units = new Map<string, Float64Array>();
  for (const pair of awarded) {
    const { supplier, item } = pairs[pair]!;
    const own = made.get(pair);
    if (!own || !lost.has(supplier)) continue;
    const sum = units.get(item) ?? new Float64Array(horizon + 1);
    units.set(item, sum);
    for (let t = from; t <= to; t++) sum[t]! += level * own[t]!;
  }
  return units;
}

const total = (units: Float64Array): number => units.reduce((sum, each) => sum + each, 0);
