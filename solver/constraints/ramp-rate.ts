import type { RuleOf } from '../../scenarios/domain/rule.ts';
import { type Formulation, rowName, type StatedConstraint, tighter } from './constraint.ts';
import { hoursTerms, hoursWorked, mostHours, NO_HOURS } from './hours-worked.ts';
import { periodsInScope, supplierInScope } from './scope.ts';

/**
 * For each supplier s in scope, with H[s,t] = Σ_w h[s,w]·x[s,w,t], its own growth ρ (rampRate, else max), C[s,t] the most hours that it
 * can work, and u[s,t] ∈ {0, 1}, 1 from its first producing period on:
 *
 *   H[s,t] ≤ C[s,t]·u[s,t],  u[s,t−1] ≤ u[s,t],
 *   H[s,t] ≤ (1 + ρ)·H[s,t−1] + plus + (C[s,t] − plus)·(1 − u[s,t−1])   in each period t > 1 in scope
 *
 * So the period in which s works for the first time in the plan is exempt, whenever that is, and only that one: after a pause it
 * begins again at `plus`. Where C[s,t] ≤ plus nothing can break the law.
 */
export const rampRate: StatedConstraint<'ramp-rate'> = {
  name: 'ramp-rate',
  effect: 'restricts',
  relax: 'Let hours grow faster, or by more hours beside.',
  formulate(rule, formulation) {
    formulation.problem.candidates.forEach(({ supplier, rampsFrom }, candidate) => {
      if (rampsFrom === null || !supplierInScope(rule.scope, supplier)) return;
      writeBegun(rule, formulation, candidate, rampsFrom);
      writeGrowth(rule, formulation, candidate, rampsFrom);
    });
  },
  slack(rule, decision) {
    const { problem } = decision;
    const { from, to } = periodsInScope(rule.scope, problem);
    let slack: number | null = null;
    problem.candidates.forEach(({ supplier }, candidate) => {
      if (!supplierInScope(rule.scope, supplier)) return;
      const worked = hoursWorked(decision, candidate);
      const first = worked.findIndex((hours) => hours > NO_HOURS);
      for (let t = Math.max(from, first + 1); first > 0 && t <= to; t++)
        slack = tighter(slack, growthOf(rule, supplier) * worked[t - 1]! + rule.plus - worked[t]!);
    });
    return slack;
  },
};

/** 1 + ρ. */
const growthOf = ({ max }: RuleOf<'ramp-rate'>, { rampRate: own }: { readonly rampRate?: number }): number =>
  1 + (own ?? max);

function writeBegun(rule: RuleOf<'ramp-rate'>, formulation: Formulation, candidate: number, rampsFrom: number): void {
  const { problem, variables, builder } = formulation;
  const { supplier } = problem.candidates[candidate]!;
  for (let t = rampsFrom; t < problem.horizon; t++) {
    const begun = { column: variables.begun(candidate, t)!, value: 1 };
    const most = mostHours(problem, candidate, t);
    builder.row(
      rowName(rule, supplier.supplier, 'begun', t),
      [...hoursTerms(formulation, candidate, t), { ...begun, value: -most }],
      { upper: 0 },
    );
    if (t === rampsFrom) continue;
    const before = { column: variables.begun(candidate, t - 1)!, value: 1 };
    builder.row(rowName(rule, supplier.supplier, 'stays', t), [before, { ...begun, value: -1 }], { upper: 0 });
  }
}

function writeGrowth(rule: RuleOf<'ramp-rate'>, formulation: Formulation, candidate: number, rampsFrom: number): void {
  const { problem, variables, builder } = formulation;
  const { supplier } = problem.candidates[candidate]!;
  const { from, to } = periodsInScope(rule.scope, problem);
  for (let t = Math.max(from, rampsFrom + 1); t <= to; t++) {
    const most = mostHours(problem, candidate, t);
    if (most <= rule.plus) continue;
    const terms = [
      ...hoursTerms(formulation, candidate, t),
      ...hoursTerms(formulation, candidate, t - 1, -growthOf(rule, supplier), 'given'),
      { column: variables.begun(candidate, t - 1)!, value: most - rule.plus },
    ];
    builder.row(rowName(rule, supplier.supplier, t), terms, { upper: most });
  }
}
