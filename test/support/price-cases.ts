import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type PlanningProblem, planningProblem } from '../../solver/problem.ts';
import { type PriceProblem, priceProblem } from '../../solver/strategies/kernel/price-problem.ts';
import type { Multipliers } from '../../solver/strategies/kernel/prices.ts';
import { oracle } from './oracle/oracle.ts';
import { toNumber } from './oracle/rational.ts';
import { parsed } from './plan-small.ts';

/** A scenario's price problems, with the exact optimum of each aim. */
export interface PriceCase {
  readonly problem: PlanningProblem;
  readonly shortfall: { readonly prices: PriceProblem; readonly optimum: number };
  readonly cost: { readonly prices: PriceProblem; readonly optimum: number; readonly most: number };
}

/** Solved by the oracle; null where there is no plan. */
export async function priceCase(document: Scenario): Promise<PriceCase | null> {
  const scenario = await parsed(document);
  const answer = oracle(scenario);
  if (answer.status === 'infeasible') return null;
  const problem = planningProblem(scenario);
  const least = toNumber(answer.shortfall);
  const most = least + scenario.policy.shortfallTolerance * toNumber(answer.requirement.weighted);
  return {
    problem,
    shortfall: { prices: priceProblem(problem, { aim: 'shortfall' }), optimum: least },
    cost: { prices: priceProblem(problem, { aim: 'cost', most }), optimum: toNumber(answer.cost), most },
  };
}

/** Numbers from −1 to 1 that follow from a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** Any multipliers, those of either sign too: about as large as `scale`, every other seed mostly prices that are paid. */
export function randomMultipliers({ packages, periods, original, least }: PriceProblem, seed: number, scale: number) {
  const next = numbersFrom(seed);
  const some = (length: number, shift: number) =>
    Float64Array.from({ length }, () => scale * Math.max(next() + shift, -1) * (next() > -0.4 ? 1 : 0));
  const shift = seed % 2;
  return {
    price: some(packages * periods, shift),
    early: some(packages * periods, 0),
    count: some(least.length, 0),
    volume: some(original.length, 0).map((value) => value / 4),
    shortfall: some(1, 3),
  } satisfies Multipliers;
}
