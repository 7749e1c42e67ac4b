import { periodIndex } from '../../../scenarios/domain/calendar.ts';
import type { Rule } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';

/** Processes of an item's routing. */
const routed = (scenario: Scenario, item: string): readonly string[] =>
  scenario.routing.filter((step) => step.item === item).map((step) => step.process);

/** True when the rule speaks of the item; a process is one that it needs, by default by its routing. */
export function itemInScope(
  scenario: Scenario,
  { scope }: Rule,
  item: string,
  processes: readonly string[] = routed(scenario, item),
): boolean {
  const row = scenario.items.find((entry) => entry.item === item)!;
  if (scope?.items && !scope.items.includes(item)) return false;
  if (scope?.critical !== undefined && row.critical !== scope.critical) return false;
  return scope?.process === undefined || processes.includes(scope.process);
}

/** True when the rule speaks of the supplier. */
export function supplierInScope(scenario: Scenario, { scope }: Rule, supplier: string): boolean {
  const row = scenario.suppliers.find((entry) => entry.supplier === supplier)!;
  if (scope?.suppliers && !scope.suppliers.includes(supplier)) return false;
  if (scope?.category && !(row.category && scope.category.includes(row.category))) return false;
  return scope?.region === undefined || (row.region ?? '').startsWith(scope.region);
}

/** First and last period that the rule speaks of, within the horizon. */
export function periodsInScope(scenario: Scenario, { scope }: Rule): readonly [from: number, to: number] {
  const at = (label: string | undefined, otherwise: number): number =>
    label === undefined ? otherwise : periodIndex(scenario.calendar, label)!;
  return [at(scope?.from, 1), at(scope?.to, scenario.calendar.periods)];
}
