import { isStopped } from '../../engines/engine.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { relativeGap } from '../../relative-gap.ts';
import { isLess } from '../better.ts';
import { limitsOf, secondsLeft, withinSeconds, withoutPlans } from '../search.ts';
import type { Found, Strategy } from '../strategy.ts';
import { leastUnprotected } from './least-unprotected.ts';
import { type Repaired, repaired } from './repaired.ts';
import { better, failedOutages, outagesBeyond, type Stood, stand } from './stood.ts';

/** Repairs at most, and the share of the time that the plan before them may take. */
const MOST_REPAIRS = 6;
const FIRST = 1 / 3;

/**
 * The same for problems too large to decide anew in every round: the plan as if outages were no matter is decided once, and repaired for the
 * outages that it fails (see {@link repaired}). Surviving costs little beside the plan itself, so that its bounds on shortfall and cost, which hold
 * for every plan, stay near; what outages leave unprotected is bounded by itself.
 */
export const inRepairs = (inner: Strategy): Strategy => ({
  name: inner.name,
  ...(inner.refusedBy && { refusedBy: inner.refusedBy }),
  async decide(problem, engine, hooks, parent) {
    const rest = secondsLeft(problem, hooks);
    const left = () => Math.max(1, rest());
    const isOver = () => isStopped(hooks) || left() <= 1;
    // How that plan stands against outages is not known yet, so that it is not told.
    const asked = withinSeconds(problem, Math.max(1, FIRST * problem.scenario.solve.timeLimit));
    const decided = await inner.decide(asked, engine, withoutPlans(hooks), parent);
    if (!('solution' in decided)) return decided;
    const first = await stand(problem, decided, engine);
    if (!first) return { status: 'unknown', hit: 'engine' };
    const floor = decided.bounds[0]!.bound + aims[0]!.tolerance(problem);
    const telling = async (stood: Stood, entered: number) =>
      hooks.better?.(foundBy(problem, stood, decided, { least: 0, entered, hit: 'interrupt' }));
    await telling(first, 0);
    let best = first;
    let state: Repaired = { stood: first, asked: [] };
    const most = () => Math.max(best.values[0], decided.bounds[0]!.bound) + aims[0]!.tolerance(problem);
    const bounded = () => leastUnprotected(problem, failedOutages(best), most(), engine, left());
    let least = 0;
    let exactly = false;
    for (let repair = 0; repair < MOST_REPAIRS && failedOutages(state.stood).length > 0 && !isOver(); repair++) {
      const next = await repaired(problem, engine, state, { exactly, left });
      if (!next) break;
      const isBetter = better(best, next.stood, floor) !== best;
      const isNew = outagesBeyond(failedOutages(next.stood), next.asked).length > 0;
      const isLessShort = isLess(next.stood.values[0], Math.max(floor, state.stood.values[0]));
      state = next;
      if (isBetter) {
        best = next.stood;
        await telling(best, state.asked.length);
        if (!isOver()) least = Math.max(least, await bounded());
      }
      if (isNearTo(problem, best.values[1], least) || (exactly && !isBetter && !isNew)) break;
      // While more awards still deliver more, what they protect is no matter yet.
      exactly = !isLessShort;
    }
    if (best === first && !isOver()) least = await bounded();
    const hit = isStopped(hooks) ? 'interrupt' : left() <= 1 ? 'time' : decided.hit;
    return foundBy(problem, best, decided, { least, entered: state.asked.length, hit });
  },
});

interface Ended {
  /** What outages leave unprotected at least, in any plan. */
  readonly least: number;
  readonly entered: number;
  readonly hit: Found['hit'];
}

/** The plan beside what the search before repairs has proven, which was free to ignore outages. */
function foundBy(problem: PlanningProblem, best: Stood, decided: Found, { least, entered, hit }: Ended): Found {
  // The plan before repairs may be shorter of products than this one: then other prices count here.
  const { provenBeside, certificate: _, ...plan } = decided;
  const proven = provenBeside?.(best.values[0]) ?? decided;
  const [shortfall, cost] = proven.bounds;
  const bounds = [shortfall!, { aim: 'unprotected' as const, bound: Math.min(least, best.values[1]) }, cost!];
  const ended = hit ?? (bounds.every(({ bound }, aim) => isNearTo(problem, best.values[aim]!, bound)) ? null : 'work');
  return {
    ...plan,
    ...(proven.certificate && { certificate: proven.certificate }),
    solution: best.found.solution,
    status: ended === null ? 'optimal' : 'feasible',
    hit: ended,
    bounds,
    outages: { rules: best.rules, entered },
  };
}

/** Whether the value of an aim is within what is wanted of its bound. */
function isNearTo(problem: PlanningProblem, value: number, bound: number): boolean {
  const { gap, absoluteGap } = limitsOf(problem, 0);
  return relativeGap(value, bound) <= gap || value - bound <= absoluteGap || !isLess(bound, value);
}
