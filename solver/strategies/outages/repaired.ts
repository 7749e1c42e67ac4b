import { quantitiesOf } from '../../answer/quantities.ts';
import type { Engine } from '../../engines/engine.ts';
import type { AskedOutage, PlanningProblem } from '../../problem.ts';
import { pairPosition } from '../../problem.ts';
import { scheduleAwarded } from '../kernel/awarded-schedule.ts';
import { coverOutages, type Working } from './cover-outages.ts';
import { failedOutages, outagesBeyond, type Stood, stand } from './stood.ts';

/** A plan that was scheduled with the outages that plans so far have failed, and those. */
export interface Repaired {
  readonly stood: Stood;
  readonly asked: readonly AskedOutage[];
}

/** What a unit delivered is worth in a schedule, in the cost of one. */
const PREMIUM = 10;

/**
 * A plan that outages leave less of: the awards of a plan with those that make up for what it fails, scheduled over all periods with the recourse of
 * every outage asked about, in which only the work of who is lost is moved. Undefined where such a schedule breaks a rule or takes more than the
 * seconds that are `left`. `exactly`: with the least that is unprotected so, else with what a high price on it leaves.
 */
export async function repaired(
  problem: PlanningProblem,
  engine: Engine,
  { stood, asked }: Repaired,
  { exactly, left }: Repairing,
): Promise<Repaired | undefined> {
  const failed = failedOutages(stood);
  const all = [...asked, ...outagesBeyond(failed, asked)];
  const working = workingOf(problem, stood);
  for (const from of ['anyone', 'members'] as const) {
    if (left() <= 1) return undefined;
    const awarded = coverOutages(problem, working, failed, from);
    const next = await scheduledWith(problem, engine, stood, { outages: all, awarded, exactly, left });
    if (next) return { stood: next, asked: all };
  }
  return undefined;
}

/** How a plan is repaired. */
interface Repairing {
  readonly exactly: boolean;
  readonly left: () => number;
}

interface Scheduling extends Repairing {
  readonly outages: readonly AskedOutage[];
  readonly awarded: readonly number[];
}

async function scheduledWith(
  problem: PlanningProblem,
  engine: Engine,
  stood: Stood,
  { outages, awarded, exactly, left }: Scheduling,
): Promise<Stood | undefined> {
  const own = { ...problem, outages: outages.map((outage) => ({ ...outage, near: workOf(problem, awarded, outage) })) };
  const [shortfall, , cost] = stood.values;
  const delivered =
    problem.demands.reduce((sum, { required, weight }) => sum + weight * total(required), 0) - shortfall;
  const unprotectedFloor = exactly ? 0 : Number.POSITIVE_INFINITY;
  const premium = (PREMIUM * cost) / Math.max(1, delivered);
  const terms = { floor: shortfall + 1e-8, unprotectedFloor, premium, seconds: left };
  const plan = await scheduleAwarded(own, engine, awarded, terms);
  if (!plan) return undefined;
  const { problem: narrow, ...solution } = plan.solution;
  const { outages: _, ...without } = narrow;
  return stand(problem, { ...stood.found, solution: { ...solution, problem: without } }, engine);
}

/** The awards of a plan and what they make, by the positions in the whole problem. */
function workingOf(problem: PlanningProblem, { found }: Stood): Working {
  const { awarded, produced, problem: own } = quantitiesOf(found.solution.problem ?? problem, found.solution);
  const made = new Map<number, Float64Array>();
  own.pairs.forEach(({ supplier, item }, pair) => {
    if (awarded[pair]) made.set(pairPosition(problem, supplier, item)!, produced[pair]!);
  });
  return { awarded: [...made.keys()], made };
}

/** The packages that lost suppliers are awarded. */
function workOf({ pairs }: PlanningProblem, awarded: readonly number[], { outage }: AskedOutage): ReadonlySet<string> {
  const lost = new Set(outage.loss.suppliers);
  return new Set(awarded.flatMap((pair) => (lost.has(pairs[pair]!.supplier) ? [pairs[pair]!.item] : [])));
}

const total = (units: Float64Array): number => units.reduce((sum, each) => sum + each, 0);
