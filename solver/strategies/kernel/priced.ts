import { limitsOf } from '../search.ts';
import { ascend } from './ascend.ts';
import { type PriceProblem, priceProblem } from './price-problem.ts';
import { isOver, type PriceTerms, type Search } from './search.ts';

/** Raises the bound on the cost as far as it matters beside the best plan. */
export const priced = (search: Search, terms: PriceTerms) =>
  ascended(search, terms, { ...arraysOf(search, 'cost'), most: search.standing.most() }, search.standing.best()?.cost);

export const pricedShortfall = (search: Search, terms: PriceTerms) =>
  ascended(search, terms, arraysOf(search, 'shortfall'), search.standing.best()?.shortfall);

/** The arrays of an aim, made once: of the cost their `most` is to be replaced. */
export function arraysOf({ problem, arrays }: Search, aim: 'shortfall' | 'cost'): PriceProblem {
  arrays[aim] ??= priceProblem(problem, aim === 'cost' ? { aim, most: 0 } : { aim });
  return arrays[aim];
}

/** Raises a bound from the prices of its aim; with a plan's value only until it is near enough to that: within `share` of the wanted gap. */
function ascended(
  search: Search,
  { iterations, steps, share = HALF }: PriceTerms,
  arrays: PriceProblem,
  value?: number,
) {
  const { standing, prices, problem } = search;
  const aim = arrays.priced ? 'cost' : 'shortfall';
  const start = prices[aim];
  const ascent = ascend(arrays, {
    ...{ iterations, steps },
    ...(start && { start }),
    ...(value !== undefined && { value, gap: share * limitsOf(problem, 0).gap }),
    stop: () => isOver(search),
  });
  prices[aim] = ascent.multipliers;
  standing.prove({ arrays, multipliers: ascent.multipliers, bound: ascent.bound });
  standing.tell('prices');
  return { arrays, ascent };
}

/** Half of what is wanted: a better plan may still come. */
const HALF = 0.5;
