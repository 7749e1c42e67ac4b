import type { EngineLimits } from '../../engines/engine.ts';
import { narrowedTo } from '../../narrowed.ts';
import { limitsOf } from '../search.ts';
import { choose, type Focus } from './choice.ts';
import { deliverable, deliveriesOf } from './deliverable.ts';
import type { Multipliers } from './prices.ts';
import { covered, scheduled } from './scheduled.ts';
import { isOver, type RoundTerms, type Search } from './search.ts';

/** Units that nobody makes cost so many times the dearest price of their package in the choice. */
const PREMIUM = 20;
/** Columns of volume in a choice above which it has few blocks. */
const MANY_VOLUMES = 50_000;
const FEW_BLOCKS = 5;

/**
 * Chooses awards in the kernel and schedules them. Where that is short even with more awards, chooses once more for what the relaxation of the
 * kernel can deliver, and then, for the sake of cost, for what the best plan delivers.
 */
export async function chosen(
  search: Search,
  pairs: readonly number[],
  { price, shortfall }: Multipliers,
  terms: RoundTerms,
  focus?: Focus,
): Promise<void> {
  const { problem, engine, standing, spent, seconds } = search;
  const narrow = narrowedTo(problem, pairs);
  const periods = problem.horizon;
  const premium = new Map(
    problem.packages.map(({ item }, w) => {
      const dearest = Math.max(...price.subarray(w * periods, (w + 1) * periods), 1e-6);
      return [item.item, PREMIUM * dearest];
    }),
  );
  const blocks = narrow.pairs.length * terms.blocks > MANY_VOLUMES ? Math.min(FEW_BLOCKS, terms.blocks) : terms.blocks;
  const place = new Map(pairs.map((pair, at) => [pair, at]));
  const limits = (): EngineLimits => ({ ...limitsOf(problem, Math.max(1, (seconds - spent()) / 2)), gap: terms.gap });
  let delivered: readonly Float64Array[] | undefined;
  for (let turn = 0; turn < 3; turn++) {
    const best = turn === 0 ? standing.best() : undefined;
    const choice = {
      ...{ blocks, together: terms.together, premium },
      ...(delivered && { delivered }),
      ...(focus && { focus }),
      ...(best && { awarded: best.awarded.map((pair) => place.get(pair)!) }),
    };
    const awarded = await choose(narrow, engine, limits, standing.listening('choice'), choice);
    if (awarded === undefined) return;
    const plan = await scheduled(
      search,
      awarded.map((pair) => pairs[pair]!),
      shortfall[0]!,
    );
    if (plan === undefined) return;
    if (!standing.settled()[0] && !isOver(search)) await covered(search, plan, shortfall[0]!);
    if (standing.settled()[0] || isOver(search)) return;
    const most = turn === 0 ? await deliverable(search, narrow) : undefined;
    if (standing.settled()[0]) return;
    delivered = most ?? deliveriesOf((standing.best() ?? plan).solution);
  }
}
