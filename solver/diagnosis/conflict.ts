import type { Rule } from '../../scenarios/domain/rule.ts';
import type { Engine } from '../engines/engine.ts';
import { formulate } from '../formulate.ts';
import { withLeastHours } from '../learned.ts';
import { inEachCase, type PlanningProblem, planningProblem } from '../problem.ts';

/**
 * A smallest set of stated rules that cannot hold together, by id: a deletion filter, which drops each rule in turn and leaves it
 * out when the rest still conflicts (Chinneck, Feasibility and Infeasibility in Optimization, 2008). Empty when the laws of
 * the model alone conflict, e.g. a safety stock that nobody can build.
 */
export async function findConflict(problem: PlanningProblem, engine: Engine): Promise<readonly string[]> {
  let kept: readonly Rule[] = problem.scenario.rules;
  for (const rule of problem.scenario.rules) {
    const without = kept.filter((other) => other !== rule);
    if (await isInfeasible(problem, engine, without)) kept = without;
  }
  return kept.map(({ id }) => id);
}

async function isInfeasible(problem: PlanningProblem, engine: Engine, rules: readonly Rule[]): Promise<boolean> {
  const { model } = formulate(under(problem, rules), null, [], rules);
  const limits = { gap: 1, absoluteGap: 1, seconds: 60, seed: problem.scenario.solve.seed, presolve: false };
  return (await engine.solve(model, limits)).status === 'infeasible';
}

/** The problem under some of its rules: an exclude is no row but decides which pairs exist, so that without it they are judged anew. */
function under(problem: PlanningProblem, rules: readonly Rule[]): PlanningProblem {
  const dropped = problem.scenario.rules.some((rule) => rule.rule === 'exclude' && !rules.includes(rule));
  if (!dropped) return problem;
  return inEachCase(problem, ({ scenario, pairs }) => {
    const anew = planningProblem({ ...scenario, rules });
    return pairs.some(({ learned }) => learned) ? withLeastHours(anew) : anew;
  });
}
