import type { EngineHooks, EngineLimits } from '../engines/engine.ts';
import { type LinearModel, objectiveAt } from '../model/linear-model.ts';
import type { Objective } from '../objectives/objective.ts';
import { weightedRequirement } from '../objectives/shortfall.ts';
import type { PlanningProblem } from '../problem.ts';
import { relativeGap } from '../relative-gap.ts';
import type { Start } from './decide-aim.ts';
import type { PlanHooks } from './strategy.ts';

/** Whole-number columns below which a model goes to the engine as it is. */
export const FEW_INTEGERS = 150;

/** A known plan as the start of a model: its value there. */
export function startAt(model: LinearModel, values: Float64Array | undefined): Start | undefined {
  return values && { values, value: objectiveAt(model, values) };
}

/** What the scenario asks of each search, within the seconds left. */
export function limitsOf(problem: PlanningProblem, seconds: number): EngineLimits {
  const { gap, workLimit, seed } = problem.scenario.solve;
  // A hundred-millionth of all products is nothing to anybody, and about what an engine can tell apart on a large model.
  const absoluteGap = 1e-8 * Math.max(1, weightedRequirement(problem));
  return { gap, absoluteGap, seconds, seed, presolve: true, ...(workLimit === undefined ? {} : { work: workLimit }) };
}

/** Limits of a linear program whose optimum is wanted, within so many seconds. */
export const exactWithin = ({ scenario }: PlanningProblem, seconds: number): EngineLimits => ({
  ...{ gap: 0, absoluteGap: 0, seconds, seed: scenario.solve.seed, presolve: true },
});

/** What an engine tells and is told while it works on one aim. */
export function hooksOf(
  objective: Objective,
  hooks: PlanHooks,
  spent: () => number,
  stage = 'monolithic',
): EngineHooks {
  return {
    ...(hooks.stop ? { stop: hooks.stop } : {}),
    progress: ({ incumbent, bound }) =>
      hooks.progress?.({
        aim: objective.name,
        stage,
        incumbent,
        bound,
        gap: incumbent === null || bound === null ? null : relativeGap(incumbent, bound),
        seconds: spent(),
      }),
  };
}

/** The seconds that are left of those of the problem from now on; below 0 where they are over. */
export function secondsLeft({ scenario }: PlanningProblem, { now }: Pick<PlanHooks, 'now'>): () => number {
  const begun = now();
  return () => scenario.solve.timeLimit - (now() - begun) / 1000;
}

/** The problem with so many seconds for it. */
export const withinSeconds = (problem: PlanningProblem, timeLimit: number): PlanningProblem => ({
  ...problem,
  scenario: { ...problem.scenario, solve: { ...problem.scenario.solve, timeLimit } },
});

/** The hooks of a part of a search, whose plans by themselves are none to be told of. */
export const withoutPlans = ({ better: _, ...hooks }: PlanHooks): PlanHooks => hooks;
