import type { Plan } from '../../../scenarios/domain/plan.ts';
import { ascend } from './ascend.ts';
import { scheduleAwarded } from './awarded-schedule.ts';
import { multipliersFrom } from './certificate.ts';
import { arraysOf } from './priced.ts';
import { isOver, type Search } from './search.ts';
import { startingPrices } from './starting-prices.ts';

/** A few small steps: the prices of a scenario like this one are near. */
const STEPS = { iterations: 20, steps: { first: 0.01, last: 0.001 } };

/**
 * Begins with a plan of a scenario like this one: its prices, as far as they are known here, bound the cost after a few steps, and its
 * awards, as far as they are eligible here, are scheduled anew. Neither need hold; what does not is left to the rounds.
 */
export async function startFrom(search: Search, { awards, certificate }: Plan): Promise<void> {
  const { problem, prices, standing } = search;
  const number = new Map(problem.pairs.map(({ supplier, item }, pair) => [`${supplier}|${item}`, pair]));
  const known = awards.flatMap(({ supplier, item }) => number.get(`${supplier}|${item}`) ?? []);
  const rows = certificate.kind === 'prices' ? certificate.cost : null;
  const arrays = { ...arraysOf(search, 'cost'), most: standing.most() };
  if (rows) prices.cost = multipliersFrom(problem, arrays, rows, startingPrices(arrays));
  const price = Math.max(1, (prices.cost ?? startingPrices(arrays)).shortfall[0]!);
  const floor = standing.bounds()[0] + 1e-8;
  const plan = await scheduleAwarded(problem, search.engine, known, { floor, premium: 10 * price });
  // Awards that fall short here are a worse start than none.
  if (plan && plan.shortfall <= floor) await standing.take(plan, 'schedule');
  if (!prices.cost || isOver(search)) return;
  const settled = { ...arrays, most: standing.most() };
  const { bound, multipliers } = ascend(settled, { ...STEPS, start: prices.cost, stop: () => isOver(search) });
  prices.cost = multipliers;
  standing.prove({ arrays: settled, multipliers, bound });
  standing.tell('prices');
}
