import type { Plan } from '../../../scenarios/domain/plan.ts';
import { assemblePlan } from '../../answer/assemble.ts';
import { type Engine, isStopped } from '../../engines/engine.ts';
import { withLeastHours, withStatedHours } from '../../learned.ts';
import { aims } from '../../objectives/index.ts';
import type { PlanningProblem } from '../../problem.ts';
import { isBetter } from '../better.ts';
import { secondsLeft, withinSeconds, withoutPlans } from '../search.ts';
import type { Decided, Found, PlanHooks, Strategy } from '../strategy.ts';
import { boundsFor, type Proven } from './bounds.ts';
import { type Pass, passOf, saferHours, trueHours } from './pass.ts';

/** Passes from one start; hours that change by less than this part of all hours worked end them. */
const MOST_PASSES = 8;
const SETTLED = 1e-6;
/** How far beyond the distance of two passes the hours of a repair go, one after the other. */
const SAFER: readonly number[] = [0, 1, 4];
/** Share of the time that is left which a pass may take. */
const SHARE = 0.3;

interface Run {
  readonly problem: PlanningProblem;
  readonly least: PlanningProblem;
  readonly inner: Strategy;
  readonly engine: Engine;
  readonly hooks: PlanHooks;
  readonly left: () => number;
}

/**
 * A strategy for problems with learning, by successive linearisation: each pass decides the whole problem with the hours for a unit that
 * the plan before came to, pair by pair and period by period, the first with those stated. As a plan that makes more needs fewer hours, plans
 * approach the curve from the side on which they hold; one that does not hold is repaired with hours on the safe side. A plan counts only
 * where every row holds at the hours that it comes to. Its bounds are those of the problem with the fewest hours that any plan can come
 * to; beside them stand those of the pass that made it.
 */
export const inPasses = (inner: Strategy): Strategy => ({
  name: inner.name,
  ...(inner.refusedBy && { refusedBy: inner.refusedBy }),
  async decide(problem, engine, hooks, parent) {
    const rest = secondsLeft(problem, hooks);
    const left = () => Math.max(1, rest());
    const least = withLeastHours(problem);
    const run: Run = { problem, least, inner, engine, hooks, left };
    let best = await passesFrom(run, withStatedHours(problem, least), undefined, parent);
    const bounding = isStopped(hooks)
      ? undefined
      : await inner.decide(withinSeconds(least, Math.max(1, left() / 2)), engine, withoutPlans(hooks));
    if (bounding?.status === 'infeasible' && !best) return bounding;
    const optimist = bounding && 'solution' in bounding ? passOf(least, bounding) : undefined;
    if (optimist && isOpen(problem, best, optimist) && !isStopped(hooks))
      best = await passesFrom(run, trueHours(problem, optimist), best, undefined);
    if (!best) return { status: 'unknown', hit: isStopped(hooks) ? 'interrupt' : 'learning' };
    return foundBy(best, hooks, await boundsFor({ problem, least, engine, left }, best, optimist));
  },
});

/** Passes from some hours on, until these settle; the best plan that holds, of them and `known`. */
async function passesFrom(run: Run, start: PlanningProblem, known: Pass | undefined, parent: Plan | undefined) {
  const { problem, least, inner, engine, hooks, left } = run;
  let [hours, best, from, repairs] = [start, known, parent, 0];
  for (let number = 0; number < MOST_PASSES && !isStopped(hooks); number++) {
    const asked = withinSeconds(hours, Math.max(1, SHARE * left()));
    const decided = await inner.decide(asked, engine, withoutPlans(hooks), from);
    if (!('solution' in decided)) break;
    const pass = passOf(asked, decided);
    if (pass.holds && (!best || isBetter(pass.values, best.values, Number.NEGATIVE_INFINITY))) {
      best = pass;
      await hooks.better?.({ ...pass.found, status: 'feasible', hit: 'interrupt', bounds: unbounded() });
    }
    if (pass.holds && pass.change <= SETTLED) break;
    if (!pass.holds && repairs === SAFER.length) break;
    hours = pass.holds ? trueHours(problem, pass) : saferHours(problem, asked, least, pass, SAFER[repairs++]!);
    from = planOf(asked, decided);
  }
  return best;
}

/** True where the plan is not within the wanted gap of the bounds of the fewest hours, so that another start may find a better one. */
function isOpen({ scenario }: PlanningProblem, best: Pass | undefined, { found }: Pass): boolean {
  if (!best) return true;
  return best.values.some((value, aim) => {
    const room = Math.max(scenario.solve.gap * Math.abs(value), SETTLED * Math.max(1, Math.abs(value)));
    return value - found.bounds[aim]!.bound > room;
  });
}

const unbounded = (): Found['bounds'] => aims.map(({ name }) => ({ aim: name, bound: 0 }));

/** What a pass found as a plan that the next can start from. */
function planOf(problem: PlanningProblem, found: Found): Plan {
  const heading = {
    ...{ format: 'gilde-plan/1' as const, scenario: { name: problem.scenario.name, sha256: '' } },
    ...{ engine: { name: '', version: '' }, strategy: '', seed: problem.scenario.solve.seed },
  };
  return { ...assemblePlan(problem, heading, found), digest: '' };
}

function foundBy({ found }: Pass, hooks: PlanHooks, proven: Proven | undefined): Decided {
  const { certificate: _, ...own } = found;
  const hit = isStopped(hooks) ? 'interrupt' : (own.hit ?? proven?.hit ?? null);
  return {
    ...own,
    status: hit === null ? 'optimal' : 'feasible',
    hit,
    bounds: proven?.bounds ?? unbounded(),
    conditional: found.bounds,
    ...(proven?.certificate && { certificate: proven.certificate }),
  };
}
