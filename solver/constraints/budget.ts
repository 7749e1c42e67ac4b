import { yearsOf } from '../../scenarios/domain/calendar.ts';
import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import { openParts } from '../../scenarios/prefinancing.ts';
import type { Term } from '../model/model-builder.ts';
import { spendWithin } from '../model/price-tiers.ts';
import type { PlanningProblem } from '../problem.ts';
import { earnedWithin } from '../spend.ts';
import { type Decision, type Formulation, rowName, type StatedConstraint } from './constraint.ts';

/**
 * What is paid in a calendar year Y for what the rule names, with the largest pre-financing of its periods where it names that:
 *
 *   capex          Σ_{t in Y} capex[k]·e[s,p,k,t]
 *   onboarding     Σ_s F[s]·m[s],  qualification  Σ g[s,w]·a[s,w] + Σ G[s,κ]·z[s,κ]:  of who starts in it, in the first period of the plan
 *                  or, where a rule makes that time matter, by s[s,τ]: F[s]·Σ_{τ in Y} s[s,τ], and q[s,Y] ≥ 0 for its qualification,
 *                  q[s,Y] ≥ Σ_w g[s,w]·a[s,w] + Σ_κ G[s,κ]·z[s,κ] − most[s]·(1 − Σ_{τ in Y} s[s,τ]),  most[s] for all its pairs
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
  formulate(rule, formulation) {
    const { problem, variables, builder } = formulation;
    const year = yearOf(rule, problem);
    if (!year) return;
    const terms: Term[] = [
      ...(rule.of.includes('onboarding') ? onboardingTerms(formulation, year) : []),
      ...(rule.of.includes('qualification') ? qualificationTerms(rule, formulation, year) : []),
    ];
    if (rule.of.includes('capex')) {
      problem.expansions.forEach(({ capex, periods }, index) => {
        for (const t of periods)
          if (t >= year.from && t <= year.to) terms.push({ column: variables.expanded(index, t)!, value: capex });
      });
    }
    if (!rule.of.includes('prefinancing')) {
      builder.row(rowName(rule), terms, { upper: rule.max });
      return;
    }
    const parts = prefinancedParts(problem);
    for (let t = year.from; t <= year.to; t++) {
      const balance = parts(t).flatMap(({ pair, at, part }) =>
        spendWithin(problem, variables, pair, { from: at, to: at }).map(({ column, value }) => ({
          ...{ column, value: part * value },
        })),
      );
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

interface Year {
  readonly from: PeriodIndex;
  readonly to: PeriodIndex;
}

function onboardingTerms({ problem, variables }: Formulation, { from, to }: Year): readonly Term[] {
  return problem.candidates.flatMap(({ onboardingCost, lastStart }, candidate): readonly Term[] => {
    const member = { column: variables.member(candidate), value: onboardingCost };
    if (lastStart === null) return from === 1 ? [member] : [];
    const starts: Term[] = [];
    for (let t = from; t <= Math.min(to, lastStart); t++)
      starts.push({ column: variables.started(candidate, t)!, value: onboardingCost });
    return starts;
  });
}

/** Of those who start in the year whatever the plan; and of the others a column each, with its row. */
function qualificationTerms(rule: RuleOf<'budget'>, formulation: Formulation, { from, to }: Year): readonly Term[] {
  const { problem, variables, builder } = formulation;
  const costsOf = (candidate: number): readonly Term[] => {
    const { supplier, pairs } = problem.candidates[candidate]!;
    const awards = pairs.map((pair) => {
      return { column: variables.awarded(pair), value: problem.pairs[pair]!.qualificationCost };
    });
    const certificates = problem.obtainable.flatMap((row, index) =>
      row.supplier === supplier.supplier ? [{ column: variables.obtained(index), value: row.cost }] : [],
    );
    return [...awards, ...certificates];
  };
  const within = [...problem.candidates.keys()].filter(
    (candidate) => from === 1 && to >= (problem.candidates[candidate]!.lastStart ?? 1),
  );
  const dated = problem.datedQualifications.flatMap((row, index): readonly Term[] => {
    if (row.rule !== rule.id) return [];
    const paid = variables.qualification(index);
    const terms = [...costsOf(row.candidate), { column: paid, value: -1 }];
    for (let t = row.from; t <= row.to; t++)
      terms.push({ column: variables.started(row.candidate, t)!, value: row.most });
    const { supplier } = problem.candidates[row.candidate]!;
    builder.row(rowName(rule, supplier.supplier, 'qualification'), terms, { upper: row.most });
    return [{ column: paid, value: 1 }];
  });
  return [...within.flatMap(costsOf), ...dated];
}

function flowsIn({ of }: RuleOf<'budget'>, { problem, awarded, bought, starts }: Decision, { from, to }: Year): number {
  let paid = 0;
  if (of.includes('capex')) {
    problem.expansions.forEach(({ capex }, index) => {
      for (let t = from; t <= to; t++) paid += capex * bought[index]![t]!;
    });
  }
  const any = (pairs: readonly number[]) => pairs.some((pair) => awarded[pair]);
  problem.candidates.forEach(({ supplier, onboardingCost, pairs }, candidate) => {
    if (starts[candidate]! < from || starts[candidate]! > to || !any(pairs)) return;
    if (of.includes('onboarding')) paid += onboardingCost;
    if (!of.includes('qualification')) return;
    for (const pair of pairs) paid += awarded[pair] ? problem.pairs[pair]!.qualificationCost : 0;
    for (const row of problem.obtainable) paid += row.supplier === supplier.supplier && any(row.pairs) ? row.cost : 0;
  });
  return paid;
}

/** Of which periods' production which part is pre-financed at the end of a period. */
function prefinancedParts(problem: PlanningProblem) {
  const open = openParts(problem.scenario);
  const leadTime = new Map(problem.packages.map(({ item }) => [item.item, item.leadTime]));
  return (t: number) =>
    problem.pairs.flatMap(({ item }, pair) => {
      const unpaid = open.flatMap((part, k) => (t - k >= 1 ? [{ pair, at: t - k, part }] : []));
      const last = Math.min(problem.horizon, t + leadTime.get(item)!);
      const inWork = Array.from({ length: last - t }, (_, k) => ({ pair, at: t + 1 + k, part: 1 }));
      return [...unpaid, ...inWork];
    });
}

/** Euro that members have out at the end of a period: what is not paid for yet, and work in progress. */
export const prefinancingIn = ({ problem, produced }: Pick<Decision, 'problem' | 'produced'>, t: number): number =>
  prefinancedParts(problem)(t).reduce(
    (sum, { pair, at, part }) => sum + part * earnedWithin(problem.pairs[pair]!, produced[pair]!, { from: at, to: at }),
    0,
  );
