import type { PlanningProblem } from '../problem.ts';
import { cost } from './cost.ts';
import type { Objective } from './objective.ts';
import { overCases } from './over-cases.ts';
import { shortfall } from './shortfall.ts';
import { unprotected } from './unprotected.ts';

/** The aims of every plan in their order; of a problem with cases in expectation. */
export const aims: readonly Objective[] = [overCases(shortfall), overCases(cost)];

const withOutages: readonly Objective[] = [aims[0]!, unprotected, aims[1]!];

/** The aims of a problem in their order: what outages leave unprotected stands before the cost where it asks about some. */
export const aimsOf = ({ outages }: Pick<PlanningProblem, 'outages'>): readonly Objective[] =>
  outages ? withOutages : aims;
