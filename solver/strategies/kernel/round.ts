import { productionColumns } from '../production-columns.ts';
import { chosen } from './chosen.ts';
import { kernelPairs } from './kernel-pairs.ts';
import { priced, pricedShortfall } from './priced.ts';
import { isDone, isOver, type PriceTerms, type RoundTerms, type Search } from './search.ts';

/** Production columns above which prices begin near what the cheapest ask: in so large a field little is scarce, and each step takes long. */
const LARGE = 1_000_000;
/** Steps before the first plan there. */
const FEW = 60;

/** Long steps, from prices that know nothing of scarcity. */
const FAR: PriceTerms = { iterations: 60, steps: { first: 1, last: 0.1 } };

/** One round: better prices, a kernel by them, a choice in it and the schedule of that choice; then the bound goes on rising towards the plan. */
export async function oneRound(search: Search, terms: RoundTerms): Promise<void> {
  const { problem, standing } = search;
  const isLarge = productionColumns(problem) > LARGE;
  if (!search.prices.cost && !isLarge) priced(search, FAR);
  const cost = priced(search, standing.best() || !isLarge ? terms : { ...terms, iterations: FEW });
  if (isDone(search) || isOver(search)) return;
  const pairs = new Set(kernelPairs(problem, cost.arrays, cost.ascent, terms.width, standing.best()?.awarded));
  if (standing.best() && !standing.settled()[0]) {
    const short = pricedShortfall(search, terms);
    if (!standing.settled()[0])
      for (const pair of kernelPairs(problem, short.arrays, short.ascent, terms.width)) pairs.add(pair);
  }
  await chosen(
    search,
    [...pairs].sort((left, right) => left - right),
    cost.ascent.multipliers,
    terms,
  );
  if (!isDone(search) && !isOver(search))
    priced(search, { ...terms, steps: { first: terms.steps.first / 5, last: terms.steps.last / 2 } });
  if (standing.best() && !standing.settled()[0]) pricedShortfall(search, terms);
}
