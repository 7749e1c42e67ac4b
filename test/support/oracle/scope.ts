import { periodIndex } from '../../../scenarios/domain/calendar.ts';
import type { Rule } from '../../../scenarios/domain/rule.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';

/** Processes of an item's routing. */
const routed = (scenario: Scenario, item: string): readonly string[] =>
  scenario.routing.filter((step) => step.item === item).map((step) => step.process);

interface Made {
  readonly supplier: string;
  readonly item: string;
  readonly hours: readonly { readonly process: string }[];
}

/** True when the rule speaks of the item, made by these processes. */
export function itemInScope(scenario: Scenario, { scope }: Rule, item: string, processes: readonly string[]): boolean {
  const row = scenario.items.find((entry) => entry.item === item)!;
  if (scope?.items && !scope.items.includes(item)) return false;
  if (scope?.critical !== undefined && row.critical !== scope.critical) return false;
  return scope?.process === undefined || processes.includes(scope.process);
}

/** True when the rule speaks of what the source does: of its item, its supplier and, if it names one, a process in its hours. */
export function sourceInScope(scenario: Scenario, rule: Rule, source: Made): boolean {
  const processes = source.hours.map((step) => step.process);
  return itemInScope(scenario, rule, source.item, processes) && supplierInScope(scenario, rule, source.supplier);
}

/** True when the rule speaks of the package: of its item, and of a process that its routing or one of its sources names. */
export const packageInScope = (scenario: Scenario, rule: Rule, item: string, eligible: readonly Made[]): boolean =>
  itemInScope(scenario, rule, item, [
    ...routed(scenario, item),
    ...eligible.filter((source) => source.item === item).flatMap(({ hours }) => hours.map(({ process }) => process)),
  ]);

/** True when the rule speaks of the supplier. */
export function supplierInScope(scenario: Scenario, { scope }: Rule, supplier: string): boolean {
  const row = scenario.suppliers.find((entry) => entry.supplier === supplier)!;
  if (scope?.suppliers && !scope.suppliers.includes(supplier)) return false;
  if (scope?.category && !(row.category && scope.category.includes(row.category))) return false;
  if (scope?.country && !landsOf(scope.country).includes(row.country ?? '')) return false;
  return scope?.region === undefined || (row.region ?? '').startsWith(scope.region);
}

/** Codes with EU spelled out as far as the drawn scenarios know countries: Germany and the Netherlands are members, the United States are not. */
export const landsOf = (codes: readonly string[]): readonly string[] =>
  codes.flatMap((code) => (code === 'EU' ? ['DE', 'NL'] : [code]));

/** First and last period that the rule speaks of, within the horizon. */
export function periodsInScope(scenario: Scenario, { scope }: Rule): readonly [from: number, to: number] {
  const at = (label: string | undefined, otherwise: number): number =>
    label === undefined ? otherwise : periodIndex(scenario.calendar, label)!;
  return [at(scope?.from, 1), at(scope?.to, scenario.calendar.periods)];
}
