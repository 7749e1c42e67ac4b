import type { AimPrices } from '../../../scenarios/domain/plan.ts';
import type { PricedCase } from './alone.ts';
import { ascend } from './ascend.ts';
import { certificateOf, multipliersFrom } from './certificate.ts';
import { priceProblem } from './price-problem.ts';
import { startingPrices } from './starting-prices.ts';

/** Long steps, from prices that know nothing of scarcity, and short ones. */
const FAR = { iterations: 60, steps: { first: 1, last: 0.1 } };
const NEAR = { iterations: 200, steps: { first: 0.1, last: 0.002 } };

/**
 * The case with prices of its cost for plans that miss up to `most` there: where a plan for all cases misses more in a case than that case alone would,
 * the price of a missing unit is another.
 */
export function repriced({ of, prices, proof }: PricedCase, most: number, stop: () => boolean): PricedCase {
  const arrays = priceProblem(of.problem, { aim: 'cost', most });
  const start = prices.cost
    ? multipliersFrom(of.problem, arrays, prices.cost, startingPrices(arrays))
    : ascend(arrays, { ...FAR, stop }).multipliers;
  const { bound, multipliers } = ascend(arrays, { ...NEAR, start, stop });
  const cost: AimPrices = certificateOf(of.problem, arrays, multipliers);
  return { of, prices: { ...prices, cost }, proof: { ...proof, cost: bound, most, theta: cost.theta } };
}
