import type { RuleOf } from '../../scenarios/domain/rule.ts';
import type { Term } from '../model/model-builder.ts';
import { spendWithin } from '../model/price-tiers.ts';
import { completedExpression } from '../model/variables.ts';
import { contentOf } from '../origins.ts';
import { earnedWithin } from '../spend.ts';
import { type Decision, type Formulation, rowName, type StatedConstraint, tighter } from './constraint.ts';
import { itemInScope, pairsInScope, periodsInScope, producedWithin, volumeWithin } from './scope.ts';

/**
 * Over the items and periods in scope, with in[·] = 1 for what comes from those that the rule names (`origins.ts`) and else 0:
 *
 *   value:  Σ (in[s,w] − min)·c[s,w]·x[s,w,t] + Σ (in[i] − min)·unitCost[i]·completed[i,t] ≥ 0, the second sum over what is had without an award
 *   volume: Σ_s (in[s,w] − min)·x[s,w,t] ≥ 0 for each package w
 *
 * The row of the value is divided by its largest coefficient.
 */
export const contentShare: StatedConstraint<'content-share'> = {
  name: 'content-share',
  effect: 'restricts',
  relax: 'Ask for a smaller share.',
  formulate: (rule, formulation) => (rule.by === 'value' ? valueRow : volumeRows)(rule, formulation),
  slack: (rule, decision) => (rule.by === 'value' ? valueSlack : volumeSlack)(rule, decision),
};

type Rule = RuleOf<'content-share'>;

function valueRow(rule: Rule, { problem, variables, builder }: Formulation): void {
  const span = periodsInScope(rule.scope, problem);
  const content = contentOf(problem.scenario, rule.of);
  const terms: Term[] = [];
  let constant = 0;
  for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
    for (const pair of pairs) {
      const { supplier } = problem.pairs[pair]!;
      const weight = (content.fromSupplier(supplier, workPackage.item.item) ? 1 : 0) - rule.min;
      for (const { column, value } of spendWithin(problem, variables, pair, span))
        terms.push({ column, value: weight * value });
    }
  }
  for (const { item, unitCost } of problem.unconstrained) {
    if (!itemInScope(rule.scope, item) || unitCost === 0) continue;
    const weight = unitCost * ((content.fromItem(item) ? 1 : 0) - rule.min);
    for (let t = span.from; t <= span.to; t++) {
      const completed = completedExpression(problem, variables, item.item, t);
      for (const { column, value } of completed.terms) terms.push({ column, value: weight * value });
      constant += weight * completed.constant;
    }
  }
  const largest = terms.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return;
  const scaled = terms.map(({ column, value }) => ({ column, value: value / largest }));
  builder.row(rowName(rule), scaled, { lower: -constant / largest });
}

function volumeRows(rule: Rule, { problem, variables, builder }: Formulation): void {
  const span = periodsInScope(rule.scope, problem);
  const content = contentOf(problem.scenario, rule.of);
  for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
    const { item } = workPackage.item;
    const terms = pairs.flatMap((pair) => {
      const value = (content.fromSupplier(problem.pairs[pair]!.supplier, item) ? 1 : 0) - rule.min;
      return producedWithin(variables, pair, span).map(({ column }) => ({ column, value }));
    });
    if (terms.length > 0) builder.row(rowName(rule, item), terms, { lower: 0 });
  }
}

/** What comes from those named, and all, in euro or units. */
interface Sums {
  inside: number;
  all: number;
}

const margin = ({ inside, all }: Sums, min: number): number | null => (all > 0 ? inside / all - min : null);

function valueSlack(rule: Rule, { problem, produced, completed }: Decision): number | null {
  const span = periodsInScope(rule.scope, problem);
  const content = contentOf(problem.scenario, rule.of);
  const sums: Sums = { inside: 0, all: 0 };
  const add = (euro: number, isInside: boolean) => {
    sums.all += euro;
    if (isInside) sums.inside += euro;
  };
  for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
    for (const pair of pairs) {
      const isInside = content.fromSupplier(problem.pairs[pair]!.supplier, workPackage.item.item);
      add(earnedWithin(problem.pairs[pair]!, produced[pair]!, span), isInside);
    }
  }
  problem.unconstrained.forEach(({ item, unitCost }, index) => {
    if (itemInScope(rule.scope, item)) add(unitCost * volumeWithin(completed[index]!, span), content.fromItem(item));
  });
  return margin(sums, rule.min);
}

function volumeSlack(rule: Rule, { problem, produced }: Decision): number | null {
  const span = periodsInScope(rule.scope, problem);
  const content = contentOf(problem.scenario, rule.of);
  let slack: number | null = null;
  for (const { workPackage, pairs } of pairsInScope(rule.scope, problem)) {
    const sums: Sums = { inside: 0, all: 0 };
    for (const pair of pairs) {
      const units = volumeWithin(produced[pair]!, span);
      sums.all += units;
      if (content.fromSupplier(problem.pairs[pair]!.supplier, workPackage.item.item)) sums.inside += units;
    }
    slack = tighter(slack, margin(sums, rule.min));
  }
  return slack;
}
