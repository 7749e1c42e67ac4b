import { createKnapsack } from './knapsack.ts';
import type { PriceProblem } from './price-problem.ts';
import { boundAtSettled, type Multipliers, paidPrices } from './prices.ts';
import { awardEarns, spreadOf, unitCosts } from './supplier-part.ts';
import { inboundCost } from './work-part.ts';

/**
 * By pair, by how much the bound rises when the pair has to be awarded; infinite where a lock forbids it. With the prices η of hours as
 * they are, the award then pays its own cost and its units none of it, and together they are at most M:
 *
 *   (−V[s])⁺ + Σ_t most·(r − Σ h·η)⁺ + e⁺ − e − min( Σ_t most·(r + spread − Σ h·η)⁺, M·max_t (r + spread − Σ h·η)⁺ )
 *
 * which is a bound on the rise since any η ≥ 0 bounds what the supplier earns. No plan below bound + rise awards the pair.
 */
export function reducedCosts(problem: PriceProblem, multipliers: Multipliers): Float64Array {
  const { suppliers, pairStarts, lockedAward, lockedMember, mostUnits } = problem;
  const hourPrices = new Float64Array(problem.capacity.length);
  const { bySupplier } = boundAtSettled(problem, multipliers, createKnapsack(problem), undefined, hourPrices);
  const rises = new Float64Array(pairStarts[suppliers]!);
  const { count, volume } = multipliers;
  const prices = paidPrices(problem, multipliers);
  for (let s = 0; s < suppliers; s++) {
    const joining = lockedMember[s] ? 0 : Math.max(0, -bySupplier[s]!);
    for (let pair = pairStarts[s]!; pair < pairStarts[s + 1]!; pair++) {
      if (lockedAward[pair] === 2) rises[pair] = Number.POSITIVE_INFINITY;
      if (lockedAward[pair] === 2) continue;
      const award = awardEarns(problem, count, volume, pair);
      const isOpen = lockedAward[pair] === 0 && award < 0 && mostUnits[pair]! > 0;
      const spread = isOpen ? spreadOf(award, mostUnits[pair]!) : 0;
      const { without, alone } = earnings(problem, { prices, volume, hourPrices }, { s, pair, spread });
      const free = lockedAward[pair] === 0 ? Math.max(0, award) : award;
      rises[pair] = joining + Math.max(0, without + free - award - alone);
    }
  }
  return rises;
}

interface Place {
  readonly s: number;
  readonly pair: number;
  readonly spread: number;
}

interface Standing {
  readonly prices: Float64Array;
  readonly volume: Float64Array;
  readonly hourPrices: Float64Array;
}

/** What the units of a pair earn beyond the price of their hours: with the award spread over them, and without but at most M of them. */
function earnings(problem: PriceProblem, { prices, volume, hourPrices }: Standing, { s, pair, spread }: Place) {
  const { periods, packageOf, mostUnits, available, limits, processStarts } = problem;
  const { stepStarts, stepProcess, stepHours, reachable } = problem;
  const limit = limits.rowOf[pair]!;
  let [without, alone, best] = [0, 0, 0];
  for (let t = 0; t < periods; t++) {
    if (!available[pair * periods + t]) continue;
    let units = limit < 0 ? mostUnits[pair]! : Math.min(mostUnits[pair]!, limits.values[limit * periods + t]!);
    let margin =
      prices[packageOf[pair]! * periods + t]! - unitCosts(problem, volume, pair) - inboundCost(problem, pair, t);
    for (let step = stepStarts[pair]!; step < stepStarts[pair + 1]!; step++) {
      const at = (processStarts[s]! + stepProcess[step]!) * periods + t;
      margin -= stepHours[step]! * hourPrices[at]!;
      if (stepHours[step]! > 0) units = Math.min(units, reachable[at]! / stepHours[step]!);
    }
    without += units * Math.max(0, margin - spread);
    alone += units * Math.max(0, margin);
    best = Math.max(best, margin);
  }
  return { without, alone: Math.min(alone, mostUnits[pair]! * best) };
}
