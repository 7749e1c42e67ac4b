import { periodIndex } from '../../scenarios/domain/calendar.ts';
import type { Scope } from '../../scenarios/domain/rule.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { WorkPackage } from '../../scenarios/work-packages.ts';
import type { PlanningProblem } from '../problem.ts';

/** True when a rule with this scope speaks of the package, whatever the process. */
function packageInScope(scope: Scope | undefined, { item }: WorkPackage): boolean {
  if (!scope) return true;
  if (scope.items && !scope.items.includes(item.item)) return false;
  return scope.critical === undefined || scope.critical === item.critical;
}

/** True when a rule with this scope speaks of the supplier. */
export function supplierInScope(scope: Scope | undefined, supplier: Supplier): boolean {
  if (!scope) return true;
  if (scope.suppliers && !scope.suppliers.includes(supplier.supplier)) return false;
  if (scope.category && !(supplier.category && scope.category.includes(supplier.category))) return false;
  return scope.region === undefined || (supplier.region ?? '').startsWith(scope.region);
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
    .filter((workPackage) => packageInScope(scope, workPackage))
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
