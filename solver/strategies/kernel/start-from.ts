import type { Plan } from '../../../scenarios/domain/plan.ts';
import { awardsFrom } from './awards-from.ts';
import { multipliersFrom } from './certificate.ts';
import { improved } from './improved.ts';
import { arraysOf, priced, pricedShortfall } from './priced.ts';
import { covered, scheduled } from './scheduled.ts';
import { isDone, isOver, type PriceTerms, type RoundTerms, type Search } from './search.ts';
import { startingPrices } from './starting-prices.ts';

/** Small steps, as far as they are needed: the prices of a scenario like this one are near. */
const STEPS: PriceTerms = { iterations: 40, steps: { first: 0.02, last: 0.002 }, share: 1 };

/** What is left open is sought near the plan: a narrow kernel, and no more of it than saves enough. */
const NEAR: RoundTerms = { ...STEPS, width: { cheapest: 2, coverage: 0 }, blocks: 8, together: 60, gap: 0.002 };

/**
 * Begins with a plan of a scenario like this one: its awards, as far as they are eligible here, are scheduled anew, with more where they
 * lack something; its prices, as far as they are known here, bound the aims after a few steps. Neither need hold; what does not is left
 * to the rounds. Then the plan is improved where the prices say that it loses most.
 */
export async function startFrom(search: Search, parent: Plan): Promise<void> {
  const { standing } = search;
  startPrices(search, parent);
  await startPlan(search, parent);
  if (!search.prices.cost || !standing.best() || isOver(search)) return;
  const from = priced(search, STEPS);
  if (isDone(search) || isOver(search)) return;
  await improved(search, from, NEAR);
  if (!isDone(search) && !isOver(search)) priced(search, NEAR);
}

function startPrices(search: Search, { certificate }: Plan): void {
  if (certificate.kind !== 'prices') return;
  for (const aim of ['shortfall', 'cost'] as const) {
    const rows = certificate[aim];
    if (!rows) continue;
    const arrays = arraysOf(search, aim);
    search.prices[aim] = multipliersFrom(search.problem, arrays, rows, startingPrices(arrays));
  }
  // First of all, as it says which start is short of nothing that can be made.
  if (search.prices.shortfall) pricedShortfall(search, STEPS);
}

/** Awards that fall short here even with more of them are a worse start than none, unless there is no time for anything else. */
async function startPlan(search: Search, { awards }: Plan): Promise<void> {
  const { problem, prices, standing } = search;
  const known = awardsFrom(problem, awards, riseOf(search));
  const price = (prices.cost ?? startingPrices(arraysOf(search, 'cost'))).shortfall[0]!;
  const plan = await scheduled(search, known, price, { whole: true });
  if (!plan || standing.best()) return;
  if (isOver(search)) await standing.take(plan, 'schedule');
  else await covered(search, plan, price, { whole: true });
}

/** The reduced costs of pairs at the prices to begin with; without such prices, what a unit costs. */
function riseOf(search: Search): (pair: number) => number {
  if (!search.prices.cost) return (pair) => search.problem.pairs[pair]!.unitCost;
  const { arrays, ascent } = priced(search, { ...STEPS, iterations: 1 });
  return (pair) => ascent.reducedCosts[arrays.position[pair]!]!;
}
