import type { PlanningProblem } from '../problem.ts';
import { caseBuilders } from './case-builder.ts';
import type { ModelBuilder } from './model-builder.ts';
import { createVariables, type Variables } from './variables.ts';

/** The part of a model that speaks of one future: its problem, its columns, and a builder that names its rows. */
export interface Block {
  readonly problem: PlanningProblem;
  readonly variables: Variables;
  readonly builder: ModelBuilder;
}

/** The blocks of a model in the order of the problem's cases, with all their columns made; one block where there are no cases. */
export function blocksOf(problem: PlanningProblem, builder: ModelBuilder): readonly Block[] {
  const { cases } = problem;
  if (!cases) return [{ problem, variables: createVariables(problem, builder), builder }];
  const builders = caseBuilders(
    builder,
    cases.map(({ name }) => name),
  );
  return cases.map((own, at) => {
    const builder = builders[at]!;
    return { problem: own.problem, variables: createVariables(own.problem, builder), builder };
  });
}

/** The columns of all blocks: those of the case that the problem shows, and beside them those of each case. */
export function variablesOf({ cases, shown }: PlanningProblem, blocks: readonly Block[]): Variables {
  if (!cases) return blocks[0]!.variables;
  return { ...blocks[shown!]!.variables, cases: blocks.map(({ variables }) => variables) };
}
