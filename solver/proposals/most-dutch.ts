import type { Plan } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { Supplier } from '../../scenarios/domain/supplier.ts';
import { spendWithin } from '../model/price-tiers.ts';
import type { Purpose } from './purpose.ts';

/**
 * Least production value made outside the Netherlands, in euro over the horizon:
 *
 *   Σ c[s,w]·x[s,w,t] over the suppliers s whose country is not NL
 *
 * The value abroad, and not the Dutch share: a share is no linear measure, and it also grows when the same work is bought dearer at home.
 * A supplier without a country counts as not Dutch.
 */
export const mostDutch: Purpose = {
  name: 'most-dutch',
  aim: 'value-abroad',
  unit: 'euro',
  pointless({ candidates }) {
    if (candidates.every(({ supplier }) => supplier.country === undefined)) return 'no candidate states a country';
    if (candidates.every(({ supplier }) => isDutch(supplier))) return 'all candidates are Dutch';
    return candidates.some(({ supplier }) => isDutch(supplier)) ? undefined : 'no candidate is Dutch';
  },
  parts(problem, variables) {
    const { candidates, horizon } = problem;
    const abroad = candidates.filter(({ supplier }) => !isDutch(supplier)).flatMap((candidate) => candidate.pairs);
    const terms = abroad.flatMap((pair) => spendWithin(problem, variables, pair, { from: 1, to: horizon }));
    return [{ terms, constant: 0 }];
  },
  rows: () => [],
  measure: (plan, scenario) => {
    const { dutch, total } = productionValue(plan, scenario);
    return total - dutch;
  },
};

const isDutch = ({ country }: Supplier): boolean => country === 'NL';

/** Production value over the horizon, and the part of it that suppliers with country NL make, in euro. */
export function productionValue(
  { production }: Pick<Plan, 'production'>,
  { suppliers }: Pick<Scenario, 'suppliers'>,
): { readonly dutch: number; readonly total: number } {
  const home = new Set(suppliers.filter(isDutch).map(({ supplier }) => supplier));
  let [dutch, total] = [0, 0];
  for (const { supplier, quantity, unitCost } of production) {
    total += quantity * unitCost;
    if (home.has(supplier)) dutch += quantity * unitCost;
  }
  return { dutch, total };
}
