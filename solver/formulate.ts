import type { Rule, RuleName } from '../scenarios/domain/rule.ts';
import type { Formulation, StatedConstraint } from './constraints/constraint.ts';
import { stated, structural } from './constraints/index.ts';
import type { LinearModel } from './model/linear-model.ts';
import { createModelBuilder } from './model/model-builder.ts';
import { createVariables, type Variables } from './model/variables.ts';
import type { Objective } from './objectives/objective.ts';
import type { PlanningProblem } from './problem.ts';

/** An earlier aim that this solve must not worsen: its expression stays at most `most`. */
export interface AimCap {
  readonly objective: Objective;
  readonly most: number;
}

/** A model, and what its columns mean. */
export interface Formulated {
  readonly model: LinearModel;
  readonly variables: Variables;
}

/** The whole problem as one model for one aim, earlier aims as rows; only the named rules where `rules` is given. */
export function formulate(
  problem: PlanningProblem,
  objective: Objective | null,
  caps: readonly AimCap[] = [],
  rules: readonly Rule[] = problem.scenario.rules,
): Formulated {
  const builder = createModelBuilder();
  const variables = createVariables(problem, builder);
  const formulation: Formulation = { problem, variables, builder };
  for (const constraint of structural) constraint.formulate(formulation);
  for (const rule of rules) constraintOf(rule).formulate(rule, formulation);
  for (const { objective: earlier, most } of caps) {
    const { terms, constant } = earlier.formulate(problem, variables);
    builder.row(`aim|${earlier.name}`, terms, { upper: most - constant });
  }
  const aim = objective?.formulate(problem, variables) ?? { terms: [], constant: 0 };
  return { model: builder.build(aim.terms, aim.constant), variables };
}

/** The constraint that a stated rule means. */
export const constraintOf = <Name extends RuleName>(rule: { readonly rule: Name }): StatedConstraint<RuleName> =>
  // The table is keyed by the very name that the rule carries; TypeScript cannot relate the two unions.
  stated[rule.rule] as unknown as StatedConstraint<RuleName>;
