import { periodIndex, periodLabel, periodsPerYear } from '../../scenarios/domain/calendar.ts';
import type { Item } from '../../scenarios/domain/item.ts';
import type { Scope } from '../../scenarios/domain/rule.ts';
import { grouped } from '../../scenarios/grouped.ts';
import { supplierInScope } from '../../scenarios/scope.ts';
import type { Term } from '../model/model-builder.ts';
import type { Variables } from '../model/variables.ts';
import type { PlanningProblem } from '../problem.ts';

export { supplierInScope };

/** True when a rule with this scope speaks of the item, whatever the process. */
export function itemInScope(scope: Scope | undefined, item: Item): boolean {
  if (!scope) return true;
  if (scope.items && !scope.items.includes(item.item)) return false;
  return scope.critical === undefined || scope.critical === item.critical;
}

/** First and last period of which a rule with this scope speaks. */
export function periodsInScope(scope: Scope | undefined, problem: PlanningProblem): { from: number; to: number } {
  const { calendar } = problem.scenario;
  const from = scope?.from === undefined ? 1 : periodIndex(calendar, scope.from)!;
  const to = scope?.to === undefined ? problem.horizon : periodIndex(calendar, scope.to)!;
  return { from, to };
}

/**
 * The packages in scope, each with the positions of its pairs in scope: of a supplier in scope, and with hours of the scope's process,
 * which the routing names or, without one, the quote. A package is in a process's scope by its routing or by one of its pairs.
 */
export function pairsInScope(scope: Scope | undefined, problem: PlanningProblem) {
  const firms = new Map(problem.candidates.map(({ supplier }) => [supplier.supplier, supplier]));
  const works = ({ hours }: { readonly hours: readonly { readonly process: string }[] }) =>
    scope?.process === undefined || hours.some(({ process }) => process === scope.process);
  return problem.packages
    .filter((workPackage) => itemInScope(scope, workPackage.item))
    .map((workPackage) => ({
      workPackage,
      own: (problem.pairsOf.get(workPackage.item.item) ?? []).filter((position) => works(problem.pairs[position]!)),
    }))
    .filter(({ workPackage: { steps }, own }) => own.length > 0 || works({ hours: steps }))
    .map(({ workPackage, own }) => ({
      workPackage,
      pairs: own.filter((position) => supplierInScope(scope, firms.get(problem.pairs[position]!.supplier)!)),
    }));
}

/** The packages in scope with their pairs in scope, and how many of these are eligible in the whole problem that was narrowed. */
export function sourcesInScope(scope: Scope | undefined, problem: PlanningProblem) {
  const own = pairsInScope(scope, problem);
  if (!problem.whole) return own.map((entry) => ({ ...entry, eligible: entry.pairs.length }));
  const kept = new Map(own.map(({ workPackage, pairs }) => [workPackage, pairs]));
  return pairsInScope(scope, problem.whole).map(({ workPackage, pairs }) => ({
    workPackage,
    pairs: kept.get(workPackage) ?? [],
    eligible: pairs.length,
  }));
}

/** Σ of a per-period series over from … to. */
export function volumeWithin(series: Float64Array, { from, to }: { from: number; to: number }): number {
  let volume = 0;
  for (let t = from; t <= to; t++) volume += series[t]!;
  return volume;
}

/** The columns of what a pair completes over from … to, each once. */
export function producedWithin(
  variables: Pick<Variables, 'produced'>,
  pair: number,
  { from, to }: { from: number; to: number },
): readonly Term[] {
  const terms: Term[] = [];
  for (let t = from; t <= to; t++) {
    const column = variables.produced(pair, t);
    if (column !== undefined) terms.push({ column, value: 1 });
  }
  return terms;
}

/** The calendar years in scope: their first and last period there, and which part of the year that is. */
export function yearsInScope(scope: Scope | undefined, problem: PlanningProblem) {
  const { from, to } = periodsInScope(scope, problem);
  const { calendar } = problem.scenario;
  const periods = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  const years = grouped(periods, (t) => periodLabel(calendar, t).slice(0, 4));
  return [...years].map(([year, own]) => ({
    year,
    from: own[0]!,
    to: own.at(-1)!,
    part: own.length / periodsPerYear(calendar.period),
  }));
}
