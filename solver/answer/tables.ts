import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { CasePlan, Plan, RuleRow } from '../../scenarios/domain/plan.ts';
import type { Scarcity } from '../diagnosis/scarcity.ts';
import { constraintOf } from '../formulate.ts';
import type { PlanningProblem } from '../problem.ts';
import { awardRows, compare, productionRows } from './awards.ts';
import { commitmentRows } from './commitments.ts';
import { costsOf } from './costs.ts';
import { productRows, rampUpRows, shortfallRows, stockRows } from './deliveries.ts';
import { hireRows } from './hires.ts';
import { memberRows } from './members.ts';
import type { Quantities } from './quantities.ts';
import { shipmentRows } from './shipments.ts';

/** What a plan says of one future. */
export type CaseTables = Omit<CasePlan, 'name' | 'probability' | 'aims'>;

/** The tables of one future; `scarcity` names the causes of a shortage exactly. */
export const tablesOf = (quantities: Quantities, scarcity: Scarcity | undefined): CaseTables => ({
  cost: costsOf(quantities),
  ...productRows(quantities),
  members: memberRows(quantities),
  awards: awardRows(quantities),
  production: productionRows(quantities),
  shipments: shipmentRows(quantities),
  stock: stockRows(quantities),
  shortfall: shortfallRows(quantities, scarcity),
  pastDue: pastDueRows(quantities.problem),
  hires: hireRows(quantities),
  commitments: commitmentRows(quantities),
  rampUp: rampUpRows(quantities),
  rules: ruleRows(quantities),
});

function pastDueRows({ scenario, pastDue }: PlanningProblem): Plan['pastDue'] {
  return pastDue
    .map(({ item, period, quantity }) => ({ item, period, quantity }))
    .sort((left, right) => compare(left.item, right.item) || left.period - right.period)
    .map(({ item, period, quantity }) => ({ item, period: periodLabel(scenario.calendar, period), quantity }));
}

function ruleRows(quantities: Quantities): readonly RuleRow[] {
  return quantities.problem.scenario.rules
    .map((rule) => ({ rule: rule.id, holds: true, slack: constraintOf(rule).slack(rule, quantities), price: null }))
    .sort((left, right) => compare(left.rule, right.rule));
}
