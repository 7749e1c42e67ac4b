import { type Engine, type EngineLimits, isStopped } from '../../engines/engine.ts';
import { narrowedTo } from '../../narrowed.ts';
import type { PlanningProblem } from '../../problem.ts';
import { limitsOf } from '../search.ts';
import type { PlanHooks } from '../strategy.ts';
import { type AscentOptions, ascend } from './ascend.ts';
import { type Scheduled, scheduleAwarded } from './awarded-schedule.ts';
import { choose } from './choice.ts';
import { kernelPairs, type Width } from './kernel-pairs.ts';
import { priceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';
import type { Standing } from './standing.ts';

/** A search in progress. */
export interface Search {
  readonly problem: PlanningProblem;
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  readonly standing: Standing;
  readonly spent: () => number;
  /** Seconds in all. */
  readonly seconds: number;
  /** Where the next ascent of each aim begins. */
  readonly prices: { shortfall?: Multipliers; cost?: Multipliers };
}

/** How much work a round is. */
export interface RoundTerms {
  readonly iterations: number;
  readonly steps: { readonly first: number; readonly last: number };
  readonly width: Width;
  /** Blocks of periods in the choice, and pairs that it decides together. */
  readonly blocks: number;
  readonly together: number;
}

/** Units that nobody makes cost so many times the dearest price of their package in the choice; products in the schedule likewise. */
const PREMIUM = 20;

export const isOver = ({ hooks, spent, seconds }: Search): boolean => isStopped(hooks) || spent() >= seconds;
export const isDone = ({ standing }: Search): boolean => standing.settled().every(Boolean);

/** One round: better prices, a kernel by them, a choice in it and the schedule of that choice; then the bound goes on rising towards the plan. */
export async function oneRound(search: Search, terms: RoundTerms): Promise<void> {
  const { problem, standing } = search;
  const cost = priced(search, terms);
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

/** Raises the bound on the cost as far as it matters beside the best plan. */
function priced(search: Search, terms: RoundTerms) {
  const { problem, standing, prices } = search;
  const most = standing.most();
  const arrays = priceProblem(problem, { aim: 'cost', most });
  const ascent = ascend(arrays, optionsOf(search, terms, prices.cost, standing.best()?.cost));
  prices.cost = ascent.multipliers;
  standing.cost(ascent.bound, most);
  standing.tell('prices');
  return { arrays, ascent };
}

function pricedShortfall(search: Search, terms: RoundTerms) {
  const { problem, standing, prices } = search;
  const arrays = priceProblem(problem, { aim: 'shortfall' });
  const ascent = ascend(arrays, optionsOf(search, terms, prices.shortfall, standing.best()?.shortfall));
  prices.shortfall = ascent.multipliers;
  standing.shortfall(Math.max(0, ascent.bound));
  standing.tell('prices');
  return { arrays, ascent };
}

function optionsOf(
  search: Search,
  { iterations, steps }: RoundTerms,
  start: Multipliers | undefined,
  value: number | undefined,
): AscentOptions {
  const { gap } = limitsOf(search.problem, 0);
  return {
    iterations,
    steps,
    ...(start && { start }),
    // Half of what is wanted: a better plan may still come.
    ...(value !== undefined && { value, gap: gap / 2 }),
    stop: () => isOver(search),
  };
}

/** Chooses awards in the kernel and schedules them; where that is short, chooses once more for what can be delivered. */
async function chosen(
  search: Search,
  pairs: readonly number[],
  { price, shortfall }: Multipliers,
  terms: RoundTerms,
): Promise<void> {
  const { problem, engine, standing, spent, seconds } = search;
  const narrow = narrowedTo(problem, pairs);
  const periods = problem.horizon;
  const dearest = problem.packages.map(({ item }, w): [string, number] => [
    item.item,
    PREMIUM * Math.max(...price.subarray(w * periods, (w + 1) * periods), 1e-6),
  ]);
  const floor = standing.bounds()[0] + 1e-8;
  const premium = 10 * Math.max(shortfall[0]!, 1);
  let delivered: readonly Float64Array[] | undefined;
  for (let turn = 0; turn < 2; turn++) {
    const limits: EngineLimits = { ...limitsOf(problem, Math.max(1, (seconds - spent()) / 2)), gap: CHOICE_GAP };
    const best = standing.best()?.awarded.map((pair) => pairs.indexOf(pair));
    const choice = {
      ...{ blocks: terms.blocks, together: terms.together, premium: new Map(dearest) },
      ...(delivered && { delivered }),
      ...(best && turn === 0 && { awarded: best }),
    };
    const awarded = await choose(narrow, engine, limits, standing.listening('choice'), choice);
    if (awarded === undefined) return;
    const plan = await scheduleAwarded(narrow, engine, awarded, { floor, premium });
    if (plan === undefined) return;
    await standing.take({ ...plan, awarded: plan.awarded.map((pair) => pairs[pair]!) }, 'schedule');
    if (standing.settled()[0] || isOver(search)) return;
    delivered = deliveredBy(plan);
  }
}

/** Gap of the choice: it is one of several, and its model is coarse. */
const CHOICE_GAP = 0.003;

const deliveredBy = ({ solution: { problem, variables, values } }: Scheduled): readonly Float64Array[] =>
  problem.demands.map(({ required }, d) =>
    Float64Array.from(required, (_, t) => (t === 0 ? 0 : values[variables.delivered(d, t)]!)),
  );
