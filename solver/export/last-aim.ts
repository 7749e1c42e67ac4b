import type { AimName, PlanLimits } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { findConflict } from '../diagnosis/conflict.ts';
import { checkedEngine } from '../engines/checked.ts';
import type { Engine } from '../engines/engine.ts';
import { type AimCap, formulate } from '../formulate.ts';
import type { LinearModel } from '../model/linear-model.ts';
import { aims } from '../objectives/index.ts';
import type { Objective } from '../objectives/objective.ts';
import { type PlanningProblem, planningProblem } from '../problem.ts';
import { decideAim } from '../strategies/decide-aim.ts';
import { firstPlan } from '../strategies/first-plan.ts';
import { FEW_INTEGERS, hooksOf, limitsOf, startAt } from '../strategies/search.ts';
import type { PlanHooks } from '../strategies/strategy.ts';

/** An earlier aim as it stands in the model of the last one. */
export interface DecidedAim {
  readonly aim: AimName;
  /** Achieved. */
  readonly value: number;
  /** Proven. */
  readonly bound: number;
  /** Cap on the aim in the model: what was achieved and the stated tolerance. */
  readonly most: number;
}

/** The whole model for the last aim, or why there is none. */
export type LastAim =
  | {
      readonly status: 'ready';
      readonly aim: AimName;
      readonly model: LinearModel;
      readonly earlier: readonly DecidedAim[];
      /** The limit that ended an earlier aim before its gap was reached, else null. */
      readonly hit: PlanLimits['hit'];
    }
  | { readonly status: 'infeasible'; readonly conflict: readonly string[] }
  | { readonly status: 'unknown'; readonly hit: PlanLimits['hit'] };

/** Decides every aim but the last and formulates the last one under them, as the monolithic strategy would solve it. */
export async function lastAimOf(scenario: Scenario, engine: Engine, hooks: PlanHooks): Promise<LastAim> {
  const problem = planningProblem(scenario);
  const checked = checkedEngine(engine);
  const begun = hooks.now();
  const spent = () => (hooks.now() - begun) / 1000;
  const last = aims.at(-1)!;
  const caps: AimCap[] = [];
  const earlier: DecidedAim[] = [];
  let hit: PlanLimits['hit'] = null;
  for (const objective of aims.slice(0, -1)) {
    const outcome = await decide(problem, checked, objective, caps, hooks, spent);
    if (outcome.status === 'infeasible')
      return { status: 'infeasible', conflict: await findConflict(problem, checked) };
    if (outcome.status === 'unbounded') return { status: 'unknown', hit: 'engine' };
    if (outcome.status === 'undecided') return { status: 'unknown', hit: outcome.limit };
    if (outcome.status === 'feasible') hit = outcome.limit;
    const { value } = outcome;
    // Rounded up at the ninth digit: a cap that is cut off by one digit less leaves no point to a solver that takes it at its word.
    const most = Math.ceil((value + objective.tolerance(problem)) * 1e9) / 1e9;
    caps.push({ objective, most });
    earlier.push({ aim: objective.name, value, bound: Math.max(0, outcome.bound), most });
  }
  return { status: 'ready', aim: last.name, model: formulate(problem, last, caps).model, earlier, hit };
}

/** One aim under the caps of those before it; a large model from its first plan and relaxation. */
async function decide(
  problem: PlanningProblem,
  engine: Engine,
  objective: Objective,
  caps: readonly AimCap[],
  hooks: PlanHooks,
  spent: () => number,
) {
  const { model } = formulate(problem, objective, caps);
  const limits = limitsOf(problem, problem.scenario.solve.timeLimit);
  const told = hooksOf(objective, hooks, spent, 'export');
  const first = objective === aims[0] ? await firstPlan(problem, engine, limits, told, spent, FEW_INTEGERS) : undefined;
  const start = startAt(model, first?.solution?.values);
  return decideAim({ model, engine, limits, hooks: told, start, relaxed: first?.shortfall, spent });
}
