import type { ScenarioView } from './scenario-view.ts';
import { rulesOf, suppliersIn } from './scope.ts';

/** Suppliers whose time of onboarding a rule speaks of: in scope of an onboarding-throughput, and without a qualified incumbent pair. */
export function timedOnboardings(stated: ScenarioView): ReadonlySet<string> {
  const { scenario } = stated;
  const onboarded = new Set(scenario.incumbents.filter((row) => row.qualified).map(({ supplier }) => supplier));
  const spokenOf = rulesOf(scenario, 'onboarding-throughput').flatMap(({ scope }) => [...suppliersIn(scope, stated)]);
  return new Set(spokenOf.filter((supplier) => !onboarded.has(supplier)));
}
