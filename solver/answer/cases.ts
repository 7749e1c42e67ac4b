import { type CasePlan, type CostBreakdown, type RuleRow, totalCost } from '../../scenarios/domain/plan.ts';
import type { PlanRisk } from '../../scenarios/domain/risk.ts';
import { tighter } from '../constraints/constraint.ts';
import type { Scarcity } from '../diagnosis/scarcity.ts';
import { riskOf } from '../objectives/over-cases.ts';
import type { Case, PlanningProblem } from '../problem.ts';
import { shortfallValue } from './deliveries.ts';
import type { Quantities } from './quantities.ts';
import { riskRow } from './risk.ts';
import { type CaseTables, tablesOf } from './tables.ts';

/** A case of a plan: its quantities, and its tables as they stand in the plan. */
interface Cased {
  readonly weight: number;
  readonly quantities: Quantities;
  readonly tables: CaseTables;
  readonly plan: CasePlan;
}

/** The cases of a plan in the problem's order. */
export const casePlans = (
  cases: readonly Case[],
  quantities: readonly Quantities[],
  scarcity: Scarcity | undefined,
): readonly Cased[] =>
  cases.map(({ name, weight }, at) => {
    const own = quantities[at]!;
    const tables = tablesOf(own, scarcity?.cases?.[at]);
    const aims = [
      { aim: 'shortfall' as const, value: shortfallValue(own) },
      { aim: 'cost' as const, value: totalCost(tables) },
    ];
    return { weight, quantities: own, tables, plan: { name, probability: weight, aims, ...tables } };
  });

/** Σ_ω p[ω]·value[ω]. */
export const expected = (cases: readonly Cased[], value: (own: Cased) => number): number =>
  cases.reduce((sum, own) => sum + own.weight * value(own), 0);

/** What the aims are made of where the worst of the cases counts. */
export function riskOfCases(problem: PlanningProblem, cases: readonly Cased[]): PlanRisk | undefined {
  const risk = riskOf(problem);
  if (!risk) return undefined;
  const rows = (['shortfall', 'cost'] as const).map((aim) => {
    const valueIn = ({ plan }: Cased) => plan.aims.find((own) => own.aim === aim)!.value;
    const outcomes = cases.map((own) => ({ weight: own.weight, value: valueIn(own) }));
    return riskRow(aim, outcomes, risk.level);
  });
  return { ...risk, aims: rows };
}

/** Each component of the cost in expectation. */
export function expectedCost(cases: readonly Cased[]): CostBreakdown {
  const parts = Object.keys(cases[0]!.plan.cost) as (keyof CostBreakdown)[];
  const sums = parts.map((part) => [part, expected(cases, ({ plan }) => plan.cost[part])] as const);
  return Object.fromEntries(sums) as Record<keyof CostBreakdown, number>;
}

/** Each rule with the least slack that it has in any case, holding where it does in all; `lists` are in the same order. */
export const tightestRules = (lists: readonly (readonly RuleRow[])[]): readonly RuleRow[] =>
  lists[0]!.map((row, at) => ({
    ...row,
    holds: lists.every((rules) => rules[at]!.holds),
    slack: lists.reduce<number | null>((least, rules) => tighter(least, rules[at]!.slack), null),
  }));
