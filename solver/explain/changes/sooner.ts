import { type Calendar, periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Change, PatchOperation } from '../../../scenarios/domain/explanation.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { counted, listed } from '../../diagnosis/wording.ts';

/** A wait of a supplier as it stands in the scenario. */
interface Wait {
  readonly supplier: string;
  readonly path: string;
  readonly periods: number;
}

/** Every wait before a supplier's first output: onboarding, qualification, clearance and certificates. */
function waitsOf({ suppliers, quotes, certificates }: Scenario): readonly Wait[] {
  const own = suppliers.flatMap(({ supplier, onboardingPeriods, qualificationPeriods, securityPeriods = 0 }, at) => [
    { supplier, path: `/suppliers/${at}/onboardingPeriods`, periods: onboardingPeriods },
    { supplier, path: `/suppliers/${at}/qualificationPeriods`, periods: qualificationPeriods },
    { supplier, path: `/suppliers/${at}/securityPeriods`, periods: securityPeriods },
  ]);
  const quoted = quotes.map(({ supplier, qualificationPeriods = 0, fromQuantity = 0 }, at) => ({
    // A price break waits for nothing of its own.
    ...{ supplier, path: `/quotes/${at}/qualificationPeriods`, periods: fromQuantity > 0 ? 0 : qualificationPeriods },
  }));
  const obtained = certificates.map(({ supplier, leadTime, status }, at) => ({
    ...{ supplier, path: `/certificates/${at}/leadTime`, periods: status === 'held' ? 0 : leadTime },
  }));
  return [...own, ...quoted, ...obtained].filter(({ periods }) => periods > 0);
}

/** Suppliers that wait for something before their first output, and for how long at most. */
export function waitingSuppliers(scenario: Scenario): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { supplier, periods } of waitsOf(scenario)) {
    longest.set(supplier, Math.max(periods, longest.get(supplier) ?? 0));
  }
  return longest;
}

/** These suppliers ready so many periods sooner: each wait is at most what is longest today less so many periods. */
export function readySooner(scenario: Scenario, suppliers: readonly string[], periods: number): Change {
  const longest = waitingSuppliers(scenario);
  const patch = waitsOf(scenario).flatMap((wait): PatchOperation[] => {
    if (!suppliers.includes(wait.supplier)) return [];
    const value = Math.max(0, longest.get(wait.supplier)! - periods);
    return wait.periods > value ? [{ op: 'replace', path: wait.path, value }] : [];
  });
  const by = periods >= Math.max(...suppliers.map((supplier) => longest.get(supplier) ?? 0));
  const verb = suppliers.length === 1 ? 'is' : 'are';
  const when = by
    ? `ready at once, in ${firstPeriod(scenario.calendar)}`
    : `ready ${counted(periods, scenario.calendar.period)} sooner`;
  return { words: `${listed(suppliers)} ${verb} ${when} (onboarding, qualification and certificates)`, patch };
}

const firstPeriod = (calendar: Calendar): string => periodLabel(calendar, 1);
