import type { PlanLimits } from '../../scenarios/domain/plan.ts';
import { findConflict } from '../diagnosis/conflict.ts';
import type { EngineHooks, EngineLimits, Outcome } from '../engines/engine.ts';
import { type AimCap, formulate } from '../formulate.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { aims } from '../objectives/index.ts';
import type { Objective } from '../objectives/objective.ts';
import { weightedRequirement } from '../objectives/shortfall.ts';
import type { PlanningProblem } from '../problem.ts';
import { relativeGap } from '../relative-gap.ts';
import { decideAim, isEnough, type Start } from './decide-aim.ts';
import { type FirstPlan, firstPlan } from './first-plan.ts';
import { relaxationOf } from './restrict.ts';
import { schedule } from './schedule.ts';
import type { PlanHooks, Strategy } from './strategy.ts';

/** Whole-number columns below which a model goes to the engine as it is. */
export const FEW_INTEGERS = 150;

/**
 * The whole model to one engine, aim by aim, each capped at what the earlier ones achieved. The reference for every other strategy.
 * A model with at least `few` whole-number columns is first relaxed and searched in parts; its bounds are those of the whole model.
 */
export const monolithicFrom = (few: number): Strategy => ({
  name: 'monolithic',
  async decide(problem, engine, hooks) {
    const begun = hooks.now();
    const spent = () => (hooks.now() - begun) / 1000;
    const total = limitsOf(problem, problem.scenario.solve.timeLimit);
    const first = await firstPlan(problem, engine, total, hooksOf(aims.at(-1)!, hooks, spent), spent, few);
    const caps: AimCap[] = [];
    const allowed: number[] = [];
    const bounds: { aim: Objective['name']; bound: number }[] = [];
    let values = first?.values;
    let hit: PlanLimits['hit'] = null;

    for (const objective of aims) {
      const { model } = formulate(problem, objective, caps);
      // Earlier aims are usually quick; half of the time is kept for the cost, where the work is.
      const share = objective === aims.at(-1) ? 1 : 0.5;
      const limits = limitsOf(problem, Math.max(1, (total.seconds - spent()) * share));
      const from = spent();
      const told = hooksOf(objective, hooks, spent);
      const relaxed = await relaxedFor(objective, first, caps, () => engine.solve(relaxationOf(model), limits, told));
      const task = { model, engine, hooks: told, spent: () => spent() - from, start: startAt(model, values), relaxed };
      const outcome = await decideAim({ ...task, limits });
      if (outcome.status === 'infeasible' && values === undefined) {
        return { status: 'infeasible', conflict: await findConflict(problem, engine) };
      }
      if (outcome.status !== 'optimal' && outcome.status !== 'feasible') {
        hit ??= outcome.status === 'undecided' ? outcome.limit : 'engine';
        if (values === undefined) return { status: 'unknown', hit };
        // The plan of the earlier aim stands; without a relaxation 0 bounds this aim, since none can be negative.
        bounds.push({ aim: objective.name, bound: Math.max(0, relaxed?.value ?? 0) });
        continue;
      }
      if (outcome.status === 'feasible') hit ??= outcome.limit;
      values = outcome.values;
      allowed.push(
        objective.tolerance(problem) === 0 ? Number.NEGATIVE_INFINITY : outcome.value + objective.tolerance(problem),
      );
      bounds.push({ aim: objective.name, bound: Math.max(0, outcome.bound) });
      caps.push({ objective, most: mostFor(objective, outcome.value, problem, first, limits) });
    }
    const solution = await schedule(problem, engine, values!, allowed);
    return { status: hit === null ? 'optimal' : 'feasible', solution, bounds, hit };
  },
});

export const monolithic = monolithicFrom(FEW_INTEGERS);

/** The cap on an aim for those after it: what was achieved, the stated tolerance, and numerical room for the last digits. */
function mostFor(
  objective: Objective,
  achieved: number,
  problem: PlanningProblem,
  first: FirstPlan | undefined,
  limits: EngineLimits,
) {
  if (first && isEnough(achieved, first.shortfall.value, { ...limits, gap: 0 })) return first.most;
  return achieved + objective.tolerance(problem) + 1e-9 * Math.max(1, Math.abs(achieved));
}

/** The relaxation that bounds an aim under its caps: the first plan's where it holds for these caps, else solved anew. */
async function relaxedFor(
  objective: Objective,
  first: FirstPlan | undefined,
  caps: readonly AimCap[],
  solve: () => Promise<Outcome>,
) {
  if (!first) return undefined;
  if (objective === aims[0]) return first.shortfall;
  if (caps.every(({ most }) => most <= first.most)) return first.cost;
  const outcome = await solve();
  return outcome.status === 'optimal' ? outcome : undefined;
}

/** A known plan as the start of a model: its value there. */
function startAt(model: LinearModel, values: Float64Array | undefined): Start | undefined {
  if (!values) return undefined;
  return { values, value: values.reduce((sum, units, column) => sum + model.cost[column]! * units, model.offset) };
}

/** The scenario's own limits for an engine, with this many seconds. */
export function limitsOf(problem: PlanningProblem, seconds: number): EngineLimits {
  const { gap, workLimit, seed } = problem.scenario.solve;
  // A hundred-millionth of all products is nothing to anybody, and about what an engine can tell apart on a large model.
  const absoluteGap = 1e-8 * Math.max(1, weightedRequirement(problem));
  return { gap, absoluteGap, seconds, seed, presolve: true, ...(workLimit === undefined ? {} : { work: workLimit }) };
}

/** The hooks of one solve for an aim; `spent` tells the seconds since the start of the plan. */
export function hooksOf(objective: Objective, hooks: PlanHooks, spent: () => number): EngineHooks {
  return {
    ...(hooks.stop ? { stop: hooks.stop } : {}),
    progress: ({ incumbent, bound }) =>
      hooks.progress?.({
        aim: objective.name,
        stage: 'monolithic',
        incumbent,
        bound,
        gap: incumbent === null || bound === null ? null : relativeGap(incumbent, bound),
        seconds: spent(),
      }),
  };
}
