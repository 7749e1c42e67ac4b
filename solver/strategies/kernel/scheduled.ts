import { narrowedTo } from '../../narrowed.ts';
import { type Scheduled, scheduleAwarded } from './awarded-schedule.ts';
import { coverMissing } from './cover-missing.ts';
import { missingUnits } from './missing-units.ts';
import { isOver, type Search } from './search.ts';

/** What a schedule is for. */
interface ScheduledTerms {
  /** Only a plan that misses no more than every plan must, within the wanted gap, is worth keeping. */
  readonly whole?: boolean;
}

/** The schedule of these awards, kept if it is the best so far; `price` is what a weighted unit of shortfall costs. */
export async function scheduled(
  { problem, engine, standing }: Search,
  awarded: readonly number[],
  price: number,
  { whole = false }: ScheduledTerms = {},
): Promise<Scheduled | undefined> {
  const floor = standing.bounds()[0] + 1e-8;
  const plan = await scheduleAwarded(problem, engine, awarded, { floor, premium: 10 * Math.max(price, 1), whole });
  if (plan && (!whole || standing.isEnough(plan.shortfall))) await standing.take(plan, 'schedule');
  return plan;
}

/** Adds awards for what a plan lacks, and schedules them, as long as that delivers more. */
export async function covered(search: Search, short: Scheduled, price: number, terms?: ScheduledTerms): Promise<void> {
  const { problem, engine, standing } = search;
  let plan = short;
  for (let turn = 0; turn < COVERINGS && !standing.settled()[0] && !isOver(search); turn++) {
    const missing = await missingUnits(narrowedTo(problem, plan.awarded), engine);
    if (missing === undefined) return;
    const more = coverMissing(problem, plan.awarded, missing);
    const next = more.length > plan.awarded.length ? await scheduled(search, more, price, terms) : undefined;
    if (next === undefined || next.shortfall >= plan.shortfall) return;
    plan = next;
  }
}

/** How often awards are added to what a choice leaves short. */
const COVERINGS = 3;
