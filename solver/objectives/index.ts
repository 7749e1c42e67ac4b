import type { ModelBuilder } from '../model/model-builder.ts';
import type { Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';
import { cost } from './cost.ts';
import type { Objective } from './objective.ts';
import { overCases, withTails } from './over-cases.ts';
import { shortfall } from './shortfall.ts';
import { unprotected } from './unprotected.ts';

/** The aims of every plan in their order; of a problem with cases in expectation, with the worst of them where a risk is stated. */
export const aims: readonly Objective[] = [overCases(shortfall), overCases(cost)];

const withOutages: readonly Objective[] = [aims[0]!, unprotected, aims[1]!];

/** The aims of a problem in their order: what outages leave unprotected stands before the cost where it asks about some. */
export const aimsOf = ({ outages }: Pick<PlanningProblem, 'outages'>): readonly Objective[] =>
  outages ? withOutages : aims;

/** The variables with what measures the worst of the cases, its rows written; for every aim in every model, so that its columns are the same in all. */
export const withRisk = (problem: PlanningProblem, variables: Variables, builder: ModelBuilder): Variables =>
  withTails([shortfall, cost], problem, variables, builder);
