import { type EngineLimits, isStopped } from '../../engines/engine.ts';
import { narrowedTo } from '../../narrowed.ts';
import type { PlanningProblem } from '../../problem.ts';
import { productionColumns } from '../production-columns.ts';
import { limitsOf } from '../search.ts';
import type { PlanHooks } from '../strategy.ts';
import { ascend } from './ascend.ts';
import { type Scheduled, scheduleAwarded } from './awarded-schedule.ts';
import { choose } from './choice.ts';
import { coverMissing } from './cover-missing.ts';
import { kernelPairs, type Width } from './kernel-pairs.ts';
import { missingUnits } from './missing-units.ts';
import type { NotedEngine } from './noting.ts';
import { type PriceProblem, priceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';
import type { Standing } from './standing.ts';

/** A search in progress. */
export interface Search extends NotedEngine {
  readonly problem: PlanningProblem;
  readonly hooks: PlanHooks;
  readonly standing: Standing;
  readonly spent: () => number;
  /** Seconds in all. */
  readonly seconds: number;
  /** Where the next ascent of each aim begins. */
  readonly prices: { shortfall?: Multipliers; cost?: Multipliers };
  readonly arrays: { shortfall?: PriceProblem; cost?: PriceProblem };
}

/** How long prices ascend. */
export interface PriceTerms {
  readonly iterations: number;
  readonly steps: { readonly first: number; readonly last: number };
}

/** How much work a round is. */
export interface RoundTerms extends PriceTerms {
  readonly width: Width;
  /** Blocks of periods in the choice, and pairs that it decides together. */
  readonly blocks: number;
  readonly together: number;
  /** Relative gap at which the choice is good enough: it is one of several, and its model is coarse. */
  readonly gap: number;
}

/** Units that nobody makes cost so many times the dearest price of their package in the choice; products in the schedule likewise. */
const PREMIUM = 20;

export const isOver = ({ hooks, spent, seconds }: Search): boolean => isStopped(hooks) || spent() >= seconds;
export const isDone = ({ standing }: Search): boolean => standing.settled().every(Boolean);

/** Production columns above which prices begin near what the cheapest ask: in so large a field little is scarce, and each step takes long. */
const LARGE = 1_000_000;

/** Long steps, from prices that know nothing of scarcity. */
const FAR: PriceTerms = { iterations: 60, steps: { first: 1, last: 0.1 } };

/** One round: better prices, a kernel by them, a choice in it and the schedule of that choice; then the bound goes on rising towards the plan. */
export async function oneRound(search: Search, terms: RoundTerms): Promise<void> {
  const { problem, standing } = search;
  if (!search.prices.cost && productionColumns(problem) <= LARGE) priced(search, FAR);
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
const priced = (search: Search, terms: PriceTerms) =>
  ascended(search, terms, { ...arraysOf(search, 'cost'), most: search.standing.most() }, search.standing.best()?.cost);

const pricedShortfall = (search: Search, terms: PriceTerms) =>
  ascended(search, terms, arraysOf(search, 'shortfall'), search.standing.best()?.shortfall);

/** The arrays of an aim, made once: of the cost their `most` is to be replaced. */
export function arraysOf({ problem, arrays }: Search, aim: 'shortfall' | 'cost'): PriceProblem {
  arrays[aim] ??= priceProblem(problem, aim === 'cost' ? { aim, most: 0 } : { aim });
  return arrays[aim];
}

function ascended(search: Search, { iterations, steps }: PriceTerms, arrays: PriceProblem, value: number | undefined) {
  const { standing, prices, problem } = search;
  const aim = arrays.priced ? 'cost' : 'shortfall';
  const start = prices[aim];
  const ascent = ascend(arrays, {
    ...{ iterations, steps },
    ...(start && { start }),
    // Half of what is wanted: a better plan may still come.
    ...(value !== undefined && { value, gap: limitsOf(problem, 0).gap / 2 }),
    stop: () => isOver(search),
  });
  prices[aim] = ascent.multipliers;
  standing.prove({ arrays, multipliers: ascent.multipliers, bound: ascent.bound });
  standing.tell('prices');
  return { arrays, ascent };
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
  let delivered: readonly Float64Array[] | undefined;
  for (let turn = 0; turn < 2; turn++) {
    const limits = (): EngineLimits => ({
      ...limitsOf(problem, Math.max(1, (seconds - spent()) / 2)),
      gap: terms.gap,
    });
    const best = standing.best()?.awarded.map((pair) => pairs.indexOf(pair));
    const choice = {
      ...{ blocks: terms.blocks, together: terms.together, premium: new Map(dearest) },
      ...(delivered && { delivered }),
      ...(best && turn === 0 && { awarded: best }),
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
    delivered = deliveredBy(standing.best() ?? plan);
  }
}

/** The schedule of these awards, kept if it is the best so far; `price` is what a weighted unit of shortfall costs. */
export async function scheduled(
  { problem, engine, standing }: Search,
  awarded: readonly number[],
  price: number,
): Promise<Scheduled | undefined> {
  const floor = standing.bounds()[0] + 1e-8;
  const plan = await scheduleAwarded(problem, engine, awarded, { floor, premium: 10 * Math.max(price, 1) });
  if (plan) await standing.take(plan, 'schedule');
  return plan;
}

/** Adds awards for what a plan lacks, and schedules them, as long as that delivers more. */
async function covered(search: Search, short: Scheduled, price: number): Promise<void> {
  const { problem, engine, standing } = search;
  let plan = short;
  for (let turn = 0; turn < COVERINGS && !standing.settled()[0] && !isOver(search); turn++) {
    const missing = await missingUnits(narrowedTo(problem, plan.awarded), engine);
    if (missing === undefined) return;
    const more = coverMissing(problem, plan.awarded, missing);
    const next = more.length > plan.awarded.length ? await scheduled(search, more, price) : undefined;
    if (next === undefined || next.shortfall >= plan.shortfall) return;
    plan = next;
  }
}

/** How often awards are added to what a choice leaves short. */
const COVERINGS = 3;

const deliveredBy = ({ solution: { problem, variables, values } }: Scheduled): readonly Float64Array[] =>
  problem.demands.map(({ required }, d) =>
    Float64Array.from(required, (_, t) => (t === 0 ? 0 : values[variables.delivered(d, t)]!)),
  );
