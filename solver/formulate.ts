import type { Rule, RuleName } from '../scenarios/domain/rule.ts';
import type { StatedConstraint } from './constraints/constraint.ts';
import { stated, structural } from './constraints/index.ts';
import { blocksOf, variablesOf } from './model/blocks.ts';
import type { LinearModel } from './model/linear-model.ts';
import { createModelBuilder } from './model/model-builder.ts';
import type { Variables } from './model/variables.ts';
import { withRisk } from './objectives/index.ts';
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

/**
 * The whole problem as one model for one aim, earlier aims as rows; only the named rules where `rules` is given. A problem with cases has a
 * block of columns and rows for each (docs/model.md, "Demand cases").
 */
export function formulate(
  problem: PlanningProblem,
  objective: Objective | null,
  caps: readonly AimCap[] = [],
  rules: readonly Rule[] = problem.scenario.rules,
): Formulated {
  const builder = createModelBuilder();
  const blocks = blocksOf(problem, builder);
  const variables = withRisk(problem, variablesOf(problem, blocks), builder);
  for (const block of blocks) {
    for (const constraint of structural) constraint.formulate(block);
    for (const rule of rules) constraintOf(rule).formulate(rule, block);
  }
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
