import type { Plan } from '../../../scenarios/domain/plan.ts';
import { pairPosition } from '../../problem.ts';
import { multipliersFrom } from './certificate.ts';
import { arraysOf, ascended } from './priced.ts';
import { scheduled } from './scheduled.ts';
import { isOver, type PriceTerms, type Search } from './search.ts';
import { startingPrices } from './starting-prices.ts';

/** A few small steps: the prices of a scenario like this one are near. */
const STEPS: PriceTerms = { iterations: 20, steps: { first: 0.01, last: 0.001 } };

/**
 * Begins with a plan of a scenario like this one: its prices, as far as they are known here, bound the cost after a few steps, and its
 * awards, as far as they are eligible here, are scheduled anew. Neither need hold; what does not is left to the rounds.
 */
export async function startFrom(search: Search, { awards, certificate }: Plan): Promise<void> {
  const { problem, prices, standing } = search;
  const known = awards.flatMap(({ supplier, item }) => pairPosition(problem, supplier, item) ?? []);
  const rows = certificate.kind === 'prices' ? certificate.cost : null;
  const arrays = { ...arraysOf(search, 'cost'), most: standing.most() };
  if (rows) prices.cost = multipliersFrom(problem, arrays, rows, startingPrices(arrays));
  const { shortfall } = prices.cost ?? startingPrices(arrays);
  // Awards that fall short here are a worse start than none.
  await scheduled(search, known, shortfall[0]!, { whole: true });
  if (prices.cost && !isOver(search)) ascended(search, STEPS, { ...arrays, most: standing.most() });
}
