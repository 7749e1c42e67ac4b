import { periodIndex } from '../../scenarios/domain/calendar.ts';
import { MEMBER_STATES } from '../../scenarios/domain/member-states.ts';
import type { RuleName, RuleOf, Scope } from '../../scenarios/domain/rule.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import type { PeriodIndex } from '../../scenarios/domain/units.ts';
import type { WorkPackage } from '../../scenarios/work-packages.ts';
import type { ScenarioView } from './scenario-view.ts';

/** The stated rules of one kind. */
export function rulesOf<Name extends RuleName>(scenario: Scenario, name: Name): readonly RuleOf<Name>[] {
  return scenario.rules.filter((rule): rule is RuleOf<Name> => rule.rule === name);
}

/**
 * The work packages of which a scope speaks: named in `items`, `critical` as asked, with the `process` in their routing or in the
 * hours of an eligible source (without a routing the quotes say how an item is made).
 */
export function packagesIn(scope: Scope | undefined, stated: ScenarioView): readonly WorkPackage[] {
  const named = new Set(stated.pairs.filter((pair) => usesProcess(scope, pair.hours)).map(({ item }) => item));
  const speaksOf = ({ item, steps }: WorkPackage): boolean =>
    (scope?.items?.includes(item.item) ?? true) &&
    (scope?.critical === undefined || scope.critical === item.critical) &&
    (named.has(item.item) || usesProcess(scope, steps));
  return [...stated.packages.values()].filter(speaksOf);
}

const usesProcess = (scope: Scope | undefined, steps: readonly { readonly process: string }[]): boolean =>
  scope?.process === undefined || steps.some(({ process }) => process === scope.process);

/** Whether a scope speaks of a supplier's work on a work package in scope: of the supplier, and of a process in its hours. */
export function pairsIn(scope: Scope | undefined, stated: ScenarioView): (supplier: string, item: string) => boolean {
  const suppliers = suppliersIn(scope, stated);
  return (supplier, item) =>
    suppliers.has(supplier) &&
    usesProcess(scope, stated.pairOf(supplier, item)?.hours ?? stated.packages.get(item)?.steps ?? []);
}

/** Whether a scope speaks of a supplier: named in `suppliers`, of one of the categories, in the region (NUTS prefix), of one of the countries. */
function supplierIn(scope: Scope | undefined): (supplier: Supplier) => boolean {
  const named = scope?.suppliers && new Set(scope.suppliers);
  const lands = scope?.country && countriesNamed(scope.country);
  return ({ supplier, category, region, country }) =>
    (named?.has(supplier) ?? true) &&
    (scope?.category === undefined || (category !== undefined && scope.category.includes(category))) &&
    (scope?.region === undefined || (region?.startsWith(scope.region) ?? false)) &&
    (lands?.has(country ?? '') ?? true);
}

/** The countries that codes stand for: EU for its member states and for itself, as some state no more. */
export const countriesNamed = (codes: readonly string[]): ReadonlySet<string> =>
  new Set(codes.flatMap((code) => (code === 'EU' ? [code, ...MEMBER_STATES.codes] : [code])));

/** Ids of the suppliers of which a scope speaks. */
export function suppliersIn(scope: Scope | undefined, { suppliers }: ScenarioView): ReadonlySet<string> {
  const speaksOf = supplierIn(scope);
  return new Set([...suppliers.values()].filter(speaksOf).map(({ supplier }) => supplier));
}

/** First and last planned period of which a scope speaks. */
export function periodsIn(scope: Scope | undefined, { scenario, horizon }: ScenarioView): [PeriodIndex, PeriodIndex] {
  const index = (label: string | undefined, otherwise: PeriodIndex): PeriodIndex =>
    label === undefined ? otherwise : (periodIndex(scenario.calendar, label) ?? otherwise);
  return [Math.max(1, index(scope?.from, 1)), Math.min(horizon, index(scope?.to, horizon))];
}

/** Σ of units over the periods from … to. */
export function sumOver(units: Float64Array | undefined, [from, to]: readonly [PeriodIndex, PeriodIndex]): number {
  let sum = 0;
  if (units) for (let t = from; t <= to; t++) sum += units[t]!;
  return sum;
}
