import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Row } from '../model/extended-model.ts';
import type { Expression, Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';

export type ProposalName = 'cheapest' | 'most-dutch' | 'fewest-firms' | 'most-spread' | 'different';

export type MeasureName = 'value-abroad' | 'firms' | 'largest-spend' | 'cost';

/** What makes one proposal another than the cheapest: a measure to be least within the allowance, or what it must not repeat. */
export interface Purpose {
  readonly name: Exclude<ProposalName, 'cheapest'>;
  /** What its measure is called. */
  readonly aim: MeasureName;
  readonly unit: 'euro' | 'firms';
  /** Why the purpose cannot tell plans of this problem apart; undefined where it can. */
  readonly pointless: (problem: PlanningProblem) => string | undefined;
  /** The measure is the largest of these, none of which can be negative. */
  readonly parts: (problem: PlanningProblem, variables: Variables) => readonly Expression[];
  /** What must hold beside the rules; `earlier` are the members of each earlier proposal. */
  readonly rows: (problem: PlanningProblem, variables: Variables, earlier: readonly Members[]) => readonly Row[];
  /** The measure of a plan, from the plan and its scenario alone. */
  readonly measure: (plan: Plan, scenario: Scenario) => number;
}

/** Suppliers with an award. */
export type Members = ReadonlySet<string>;

export const membersOf = ({ members }: Pick<Plan, 'members'>): Members =>
  new Set(members.map(({ supplier }) => supplier));
