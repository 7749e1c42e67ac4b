import { yearsOf } from '../../scenarios/domain/calendar.ts';
import type { RuleOf } from '../../scenarios/domain/rule.ts';
import { openParts } from '../../scenarios/prefinancing.ts';
import type { Term } from '../model/model-builder.ts';
import type { PlanningProblem } from '../problem.ts';
import { type Decision, rowName, type StatedConstraint } from './constraint.ts';

/**
 * What is paid in a calendar year Y for what the rule names, with the largest pre-financing of its periods where it names that:
 *
 *   capex          Σ_{t in Y} capex[k]·e[s,p,k,t]
 *   onboarding     Σ_s F[s]·m[s],  qualification  Σ g[s,w]·a[s,w] + Σ G[s,κ]·z[s,κ]:  in the year of the first period, in which all start
 *   prefinancing   Σ_k open[k]·spend[t−k] + work in progress at the end of t,  for each t in Y
 *
 *   capex + onboarding + qualification + prefinancing[t] ≤ max
 *
 * where spend[t] = Σ c·x[s,w,t], open[k] is the part of it that is not paid for k periods later (`scenarios/prefinancing.ts`), and work in
 * progress are the units of the lead time to come, Σ_{t < τ ≤ t + leadTime[w]} c·x[s,w,τ].
 */
export const budget: StatedConstraint<'budget'> = {
  name: 'budget',
  effect: 'restricts',
  relax: 'Allow more euro in the year.',
  formulate(rule, { problem, variables, builder }) {
    const year = yearOf(rule, problem);
    if (!year) return;
    const terms: Term[] = [];
    if (rule.of.includes('capex')) {
      problem.expansions.forEach(({ capex, periods }, index) => {
        for (const t of periods)
          if (t >= year.from && t <= year.to) terms.push({ column: variables.expanded(index, t)!, value: capex });
      });
    }
    if (year.from === 1 && rule.of.includes('onboarding')) {
      problem.candidates.forEach(({ onboardingCost }, candidate) => {
        terms.push({ column: variables.member(candidate), value: onboardingCost });
      });
    }
    if (year.from === 1 && rule.of.includes('qualification')) {
      problem.pairs.forEach(({ qualificationCost }, pair) => {
        terms.push({ column: variables.awarded(pair), value: qualificationCost });
      });
      problem.obtainable.forEach(({ cost }, index) => {
        terms.push({ column: variables.obtained(index), value: cost });
      });
    }
    if (!rule.of.includes('prefinancing')) {
      builder.row(rowName(rule), terms, { upper: rule.max });
      return;
    }
    const parts = prefinancedParts(problem);
    for (let t = year.from; t <= year.to; t++) {
      const balance = parts(t).flatMap(({ pair, at, euro }): Term[] => {
        const column = variables.produced(pair, at);
        return column === undefined ? [] : [{ column, value: euro }];
      });
      builder.row(rowName(rule, t), [...terms, ...balance], { upper: rule.max });
    }
  },
  /** Euro that are left of it. */
  slack(rule, decision) {
    const year = yearOf(rule, decision.problem);
    if (!year) return null;
    const paid = flowsIn(rule, decision, year);
    let peak = 0;
    for (let t = year.from; rule.of.includes('prefinancing') && t <= year.to; t++)
      peak = Math.max(peak, prefinancingIn(decision, t));
    return rule.max - paid - peak;
  },
};

const yearOf = ({ year }: RuleOf<'budget'>, { scenario: { calendar } }: PlanningProblem) =>
  yearsOf(calendar, 1, calendar.periods).find((own) => own.year === year);

function flowsIn(
  { of }: RuleOf<'budget'>,
  { problem, awarded, bought }: Decision,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let paid = 0;
  if (of.includes('capex')) {
    problem.expansions.forEach(({ capex }, index) => {
      for (let t = from; t <= to; t++) paid += capex * bought[index]![t]!;
    });
  }
  if (from !== 1) return paid;
  const any = (pairs: readonly number[]) => pairs.some((pair) => awarded[pair]);
  if (of.includes('onboarding'))
    for (const { onboardingCost, pairs } of problem.candidates) paid += any(pairs) ? onboardingCost : 0;
  if (of.includes('qualification')) {
    problem.pairs.forEach(({ qualificationCost }, pair) => {
      paid += awarded[pair] ? qualificationCost : 0;
    });
    for (const { cost, pairs } of problem.obtainable) paid += any(pairs) ? cost : 0;
  }
  return paid;
}

/** Which units are pre-financed at the end of a period, and with how many euro each. */
function prefinancedParts(problem: PlanningProblem) {
  const open = openParts(problem.scenario);
  const leadTime = new Map(problem.packages.map(({ item }) => [item.item, item.leadTime]));
  return (t: number) =>
    problem.pairs.flatMap(({ item, unitCost }, pair) => {
      const unpaid = open.flatMap((part, k) => (t - k >= 1 ? [{ pair, at: t - k, euro: part * unitCost }] : []));
      const last = Math.min(problem.horizon, t + leadTime.get(item)!);
      const inWork = Array.from({ length: last - t }, (_, k) => ({ pair, at: t + 1 + k, euro: unitCost }));
      return [...unpaid, ...inWork];
    });
}

/** Euro that members have out at the end of a period: what is not paid for yet, and work in progress. */
export const prefinancingIn = ({ problem, produced }: Pick<Decision, 'problem' | 'produced'>, t: number): number =>
  prefinancedParts(problem)(t).reduce((sum, { pair, at, euro }) => sum + euro * produced[pair]![at]!, 0);
