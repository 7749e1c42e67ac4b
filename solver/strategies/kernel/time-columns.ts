import type { Variables } from '../../model/variables.ts';
import type { PlanningProblem } from '../../problem.ts';

type ColumnOf = (candidate: number, t: number) => number | undefined;

/** Columns of periods by candidate; empty where no rule asks for them. */
export const perCandidate = (
  { candidates, horizon }: PlanningProblem,
  column: ColumnOf,
): readonly (readonly number[])[] =>
  candidates.map((_, candidate) => Array.from({ length: horizon }, (_, t) => column(candidate, t + 1) ?? []).flat());

/** The columns that say when a supplier begins to work, in each case. */
export const begunColumns = (problem: PlanningProblem, variables: Variables): readonly number[] =>
  (variables.cases ?? [variables]).flatMap(({ begun }) => perCandidate(problem, begun).flat());

/** The columns that say when a supplier begins to work and when its onboarding starts. */
export const timeColumns = (problem: PlanningProblem, variables: Variables): readonly number[] => [
  ...begunColumns(problem, variables),
  ...perCandidate(problem, variables.started).flat(),
];
