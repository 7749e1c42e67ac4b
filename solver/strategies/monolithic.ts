import type { PlanLimits } from '../../scenarios/domain/plan.ts';
import { findConflict } from '../diagnosis/conflict.ts';
import type { EngineLimits, Outcome } from '../engines/engine.ts';
import { type AimCap, formulate } from '../formulate.ts';
import { aims } from '../objectives/index.ts';
import type { Objective } from '../objectives/objective.ts';
import type { PlanningProblem } from '../problem.ts';
import { relativeGap } from '../relative-gap.ts';
import { decideAim } from './decide-aim.ts';
import { schedule } from './schedule.ts';
import type { PlanHooks, Strategy } from './strategy.ts';

/**
 * The whole model to one engine, aim by aim, each capped at what the earlier ones achieved; then the integer decisions are fixed and
 * the schedule is solved again as a plain LP, so that quantities are exact at a vertex. The reference for every other strategy.
 */
export const monolithic: Strategy = {
  name: 'monolithic',
  async decide(problem, engine, hooks) {
    const begun = hooks.now();
    const caps: AimCap[] = [];
    const tight: AimCap[] = [];
    const bounds: { aim: Objective['name']; bound: number }[] = [];
    let best: Extract<Outcome, { status: 'optimal' | 'feasible' }> | undefined;
    let hit: PlanLimits['hit'] = null;

    for (const objective of aims) {
      const { model } = formulate(problem, objective, caps);
      const limits = limitsOf(problem, objective, (hooks.now() - begun) / 1000);
      const aimBegun = hooks.now();
      const spent = () => (hooks.now() - aimBegun) / 1000;
      const told = hooksOf(objective, hooks, begun);
      const outcome = await confirmed((presolve) =>
        decideAim({ model, engine, limits: { ...limits, presolve }, hooks: told, start: best?.values, spent }),
      );
      if (outcome.status === 'infeasible' && !best)
        return { status: 'infeasible', conflict: await findConflict(problem, engine) };
      if (outcome.status !== 'optimal' && outcome.status !== 'feasible') {
        hit ??= outcome.status === 'undecided' ? outcome.limit : 'engine';
        if (!best) return { status: 'unknown', hit };
        // The plan of the earlier aim stands; no cost is negative, so 0 bounds every further aim.
        bounds.push({ aim: objective.name, bound: 0 });
        continue;
      }
      if (outcome.status === 'feasible') hit ??= outcome.limit;
      best = outcome;
      bounds.push({ aim: objective.name, bound: Math.max(0, outcome.bound) });
      const most = outcome.value + objective.tolerance(problem);
      tight.push({ objective, most });
      caps.push({ objective, most: most + slackOf(outcome.value) });
    }
    const solution = await schedule(problem, engine, [tight.slice(0, -1), caps.slice(0, -1)], best!.values);
    return { status: hit === null ? 'optimal' : 'feasible', solution, bounds, hit };
  },
};

/** An "infeasible" is asked again without presolve: engines have been wrong there. */
async function confirmed(solve: (presolve: boolean) => Promise<Outcome>): Promise<Outcome> {
  const outcome = await solve(true);
  return outcome.status === 'infeasible' ? solve(false) : outcome;
}

/** Numerical room of a cap: an engine meets a row to about 1e-7. */
const slackOf = (value: number): number => 1e-7 * Math.max(1, Math.abs(value));

function limitsOf({ scenario }: PlanningProblem, objective: Objective, spent: number): EngineLimits {
  const { gap, timeLimit, workLimit, seed } = scenario.solve;
  const last = objective === aims.at(-1);
  // Earlier aims are usually quick; half of the time is kept for the cost, where the work is.
  const seconds = Math.max(1, last ? timeLimit - spent : (timeLimit - spent) / 2);
  return {
    gap,
    absoluteGap: 1e-7,
    seconds,
    seed,
    presolve: true,
    ...(workLimit === undefined ? {} : { work: workLimit }),
  };
}

function hooksOf(objective: Objective, hooks: PlanHooks, begun: number) {
  return {
    ...(hooks.stop ? { stop: hooks.stop } : {}),
    progress: ({ incumbent, bound }: { incumbent: number | null; bound: number | null }) =>
      hooks.progress?.({
        aim: objective.name,
        stage: 'monolithic',
        incumbent,
        bound,
        gap: incumbent === null || bound === null ? null : relativeGap(incumbent, bound),
        seconds: (hooks.now() - begun) / 1000,
      }),
  };
}
