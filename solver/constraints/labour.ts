import { type Calendar, periodsPerYear } from '../../scenarios/domain/calendar.ts';
import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { Hours, PeriodIndex } from '../../scenarios/domain/units.ts';
import type { PlanningProblem } from '../problem.ts';
import { type Decision, type Formulation, rowName, type StatedConstraint, tighter } from './constraint.ts';
import { hoursTerms, hoursWorked, mostHours } from './hours-worked.ts';
import { supplierInScope } from './scope.ts';

/**
 * For each supplier s in scope and period t, with P[t] = productiveHours·(1 + productivityGrowth)^((t − 1) ÷ periods per year), its heads
 * today (defenceHeads, else employees), n[s,t] ≥ 0 the people hired in t, who work from t on, and the suppliers of one region r:
 *
 *   Σ_w h[s,w]·x[s,w,t] ≤ P[t]·( heads[s]·m[s] + Σ_{τ≤t} n[s,τ] ),  n[s,t] ≤ hiresPerPeriod,  Σ_{s in r} n[s,t] ≤ regionHiresPerPeriod
 *
 * Hiring costs nothing. Where heads cover all hours that s can work, nothing is written for t.
 */
export const labour: StatedConstraint<'labour'> = {
  name: 'labour',
  effect: 'restricts',
  relax: 'Let more people be hired in a period, or count on more hours from each.',
  formulate(rule, formulation) {
    const { problem, variables, builder } = formulation;
    const byRegion = new Map<string, number[]>();
    problem.candidates.forEach(({ supplier }, candidate) => {
      if (!supplierInScope(rule.scope, supplier)) return;
      const region = supplier.region ?? '';
      byRegion.set(region, [...(byRegion.get(region) ?? []), candidate]);
      writeHours(rule, formulation, candidate);
      for (let t = 1; t <= problem.horizon && rule.hiresPerPeriod !== undefined; t++) {
        const hired = [{ column: variables.hired(candidate, t)!, value: 1 }];
        builder.row(rowName(rule, supplier.supplier, 'hires', t), hired, { upper: rule.hiresPerPeriod });
      }
    });
    if (rule.regionHiresPerPeriod === undefined) return;
    for (const [region, own] of byRegion) {
      for (let t = 1; t <= problem.horizon; t++) {
        const hired = own.map((candidate) => ({ column: variables.hired(candidate, t)!, value: 1 }));
        builder.row(rowName(rule, region, 'hires', t), hired, { upper: rule.regionHiresPerPeriod });
      }
    }
  },
  slack(rule, decision) {
    const { problem, awarded, hired } = decision;
    let slack: number | null = null;
    const inRegion = new Map<string, Float64Array>();
    problem.candidates.forEach(({ supplier, pairs }, candidate) => {
      if (!supplierInScope(rule.scope, supplier) || !pairs.some((pair) => awarded[pair])) return;
      const region = supplier.region ?? '';
      const sum = inRegion.get(region) ?? new Float64Array(problem.horizon + 1);
      inRegion.set(region, sum);
      const needed = headsNeeded(rule, decision, candidate);
      let heads = headsOf(supplier);
      for (let t = 1; t <= problem.horizon; t++) {
        const more = hired[candidate]![t]!;
        heads += more;
        sum[t]! += more;
        slack = tighter(slack, heads - needed[t]!);
        if (rule.hiresPerPeriod !== undefined) slack = tighter(slack, rule.hiresPerPeriod - more);
      }
    });
    const most = rule.regionHiresPerPeriod;
    if (most === undefined) return slack;
    return [...inRegion.values()].reduce<number | null>(
      (least, sum) => sum.subarray(1).reduce((room: number | null, hires) => tighter(room, most - hires), least),
      slack,
    );
  },
};

/** People of a supplier who can work for the programme today. */
export const headsOf = ({ defenceHeads, employees }: Supplier): number => defenceHeads ?? employees ?? 0;

/** P[t]: hours that one head works in a period. */
export const productiveIn = (rule: RuleOf<'labour'>, calendar: Calendar, t: PeriodIndex): Hours =>
  rule.productiveHours * (1 + rule.productivityGrowth) ** ((t - 1) / periodsPerYear(calendar.period));

/** Heads that the work of a candidate takes in t = 1..T; index 0 is 0. */
export function headsNeeded(
  rule: RuleOf<'labour'>,
  decision: Pick<Decision, 'problem' | 'produced'>,
  candidate: number,
): Float64Array {
  const { calendar } = decision.problem.scenario;
  return hoursWorked(decision, candidate).map((hours, t) => (t === 0 ? 0 : hours / productiveIn(rule, calendar, t)));
}

/** The labour rules that speak of a candidate. */
export const labourRulesOf = ({ scenario }: PlanningProblem, supplier: Supplier): readonly RuleOf<'labour'>[] =>
  scenario.rules.filter(
    (rule): rule is RuleOf<'labour'> => rule.rule === 'labour' && supplierInScope(rule.scope, supplier),
  );

function writeHours(rule: RuleOf<'labour'>, formulation: Formulation, candidate: number): void {
  const { problem, variables, builder } = formulation;
  const { supplier } = problem.candidates[candidate]!;
  const hired: { column: number; value: number }[] = [];
  for (let t = 1; t <= problem.horizon; t++) {
    const productive = productiveIn(rule, problem.scenario.calendar, t);
    const today = productive * headsOf(supplier);
    hired.push({ column: variables.hired(candidate, t)!, value: -1 });
    if (mostHours(problem, candidate, t) <= today) continue;
    const terms = [
      ...hoursTerms(formulation, candidate, t),
      { column: variables.member(candidate), value: -today },
      ...hired.map(({ column }) => ({ column, value: -productive })),
    ];
    builder.row(rowName(rule, supplier.supplier, t), terms, { upper: 0 });
  }
}
