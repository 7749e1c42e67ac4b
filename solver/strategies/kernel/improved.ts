import { limitsOf } from '../search.ts';
import type { Ascent } from './ascend.ts';
import { chosen } from './chosen.ts';
import { kernelPairs } from './kernel-pairs.ts';
import type { PriceProblem } from './price-problem.ts';
import type { RoundTerms, Search } from './search.ts';

/** More is sought than is wanted, as a choice goes by blocks of periods: what its schedule saves may be less. */
const SPARE = 1.25;

/**
 * Betters the plan at hand by as much as the wanted gap still asks for: awards among its own and those that prices like best, chosen first
 * for the packages whose awards cost most beyond what the bound counts them at.
 */
export async function improved(
  search: Search,
  { arrays, ascent }: { readonly arrays: PriceProblem; readonly ascent: Ascent },
  terms: RoundTerms,
): Promise<void> {
  const { problem, standing } = search;
  const best = standing.best()!;
  const { gap } = limitsOf(problem, 0);
  const saving = SPARE * (best.cost - standing.bounds()[1] / (1 - gap));
  const losses = new Float64Array(problem.packages.length);
  const number = new Map(problem.packages.map(({ item }, at) => [item.item, at]));
  for (const pair of best.awarded)
    losses[number.get(problem.pairs[pair]!.item)!]! += ascent.reducedCosts[arrays.position[pair]!]!;
  const pairs = kernelPairs(problem, arrays, ascent, terms.width, best.awarded);
  await chosen(search, pairs, ascent.multipliers, terms, { losses, saving });
}
