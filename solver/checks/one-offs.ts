import type { CertificatePlanRow } from '../../scenarios/domain/plan.ts';
import type { Euro } from '../../scenarios/domain/units.ts';
import { entry } from './entry.ts';
import type { PlanView } from './plan-view.ts';
import type { ScenarioView } from './scenario-view.ts';

/** Onboarding of a member: nothing for a supplier with a qualified incumbent pair. */
export function onboardingCosts(stated: ScenarioView): (supplier: string) => Euro {
  const incumbent = new Set(stated.scenario.incumbents.filter((row) => row.qualified).map((row) => row.supplier));
  return (supplier) => (incumbent.has(supplier) ? 0 : (stated.suppliers.get(supplier)?.onboardingCost ?? 0));
}

/** Qualification of an awarded pair. */
export const qualificationCost = (stated: ScenarioView, supplier: string, item: string): Euro =>
  stated.pairOf(supplier, item)?.qualificationCost ?? 0;

/** What the awards make necessary to obtain: once per supplier and certificate, from its start on, counting after its lead time. */
export function certificatesToObtain(stated: ScenarioView, view: PlanView): readonly CertificatePlanRow[] {
  const offers = new Map<string, Map<string, CertificatePlanRow>>();
  for (const { supplier, certificate, status, leadTime, cost } of stated.scenario.certificates) {
    if (status !== 'obtainable') continue;
    entry(offers, supplier, () => new Map<string, CertificatePlanRow>()).set(certificate, {
      supplier,
      certificate,
      start: stated.label(view.startOf(supplier)),
      firstPeriod: stated.label(view.startOf(supplier) + leadTime),
      cost,
    });
  }
  const rows: CertificatePlanRow[] = [];
  for (const [supplier, awards] of view.awardsOfSupplier) {
    const wanted = new Set(awards.flatMap(({ item }) => stated.pairOf(supplier, item)?.obtain ?? []));
    for (const certificate of wanted) {
      const offer = offers.get(supplier)?.get(certificate);
      if (offer) rows.push(offer);
    }
  }
  return rows;
}
