import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { AwardRole, Plan } from '../../../scenarios/domain/plan.ts';
import type { Scenario } from '../../../scenarios/domain/scenario.ts';
import { obtained, oneOffCosts } from './awards.ts';
import type { OraclePlan } from './oracle.ts';
import { moneyBetween } from './price-rows.ts';
import { capexOf } from './purchases.ts';
import type { OracleQuantities } from './quantities.ts';
import { add, compare, divide, isZero, sum, toNumber, ZERO } from './rational.ts';
import type { Source } from './sources.ts';
import { spanOf } from './span.ts';

const incumbent = (scenario: Scenario, { supplier, item }: Source): boolean =>
  scenario.incumbents.some((row) => row.supplier === supplier && row.item === item);

/** incumbent, standby without volume, source with the largest volume (of equals the first id), else second source. */
function roleOf({ requirement, awarded }: OraclePlan, { volume }: OracleQuantities, pair: Source): AwardRole {
  if (incumbent(requirement.bill.scenario, pair)) return 'incumbent';
  if (isZero(volume(pair))) return 'standby';
  const rivals = awarded.filter((other) => other.item === pair.item && other.supplier !== pair.supplier);
  const ahead = rivals.some((other) => {
    const order = compare(volume(other), volume(pair));
    return order > 0n || (order === 0n && other.supplier < pair.supplier);
  });
  return ahead ? 'second-source' : 'source';
}

/** The tables of a plan that speak of firms. */
export function firmRows(
  plan: OraclePlan,
  quantities: OracleQuantities,
): Pick<Plan, 'members' | 'awards' | 'production' | 'certificates'> {
  const { scenario } = plan.requirement.bill;
  const awarded = [...plan.awarded].sort((a, b) => (a.supplier + a.item < b.supplier + b.item ? -1 : 1));
  const label = (period: number): string => periodLabel(scenario.calendar, period);
  const producing = (pairs: readonly Source[]): number | undefined =>
    quantities.horizon.find((t) => pairs.some((pair) => !isZero(quantities.made(pair, t))));
  const firstPeriod = (pairs: readonly Source[]): string | null => {
    const first = producing(pairs);
    return first === undefined ? null : label(first);
  };
  const earned = (pair: Source, t: number) => {
    const before = sum(spanOf(1, t - 1).map((at) => quantities.made(pair, at)));
    return moneyBetween(pair.prices, before, add(before, quantities.made(pair, t)));
  };
  const suppliers = [...new Set(awarded.map((pair) => pair.supplier))];
  const spends = suppliers.map((supplier) => {
    const own = awarded.filter((pair) => pair.supplier === supplier);
    return sum([
      ...own.map((pair) => moneyBetween(pair.prices, ZERO, quantities.volume(pair))),
      oneOffCosts(scenario, own).total,
      capexOf(plan.purchases.filter(({ option }) => option.supplier === supplier)),
    ]);
  });
  const spent = sum(spends);
  return {
    members: suppliers.map((supplier, i) => {
      const own = awarded.filter((pair) => pair.supplier === supplier);
      return {
        supplier,
        roles: [...new Set(own.map((pair) => roleOf(plan, quantities, pair)))].sort(),
        start: label(plan.starts.get(supplier) ?? 1),
        firstPeriod: firstPeriod(own),
        spend: toNumber(spends[i]!),
        share: isZero(spent) ? 0 : toNumber(divide(spends[i]!, spent)),
      };
    }),
    awards: awarded.map((pair) => ({
      supplier: pair.supplier,
      item: pair.item,
      share: toNumber(divide(quantities.volume(pair), plan.requirement.volume(pair.item))),
      firstPeriod: firstPeriod([pair]),
      qualificationCost: toNumber(pair.qualificationCost),
      role: roleOf(plan, quantities, pair),
    })),
    production: awarded.flatMap((pair) =>
      quantities.horizon
        .filter((t) => !isZero(quantities.made(pair, t)))
        .map((t) => ({
          supplier: pair.supplier,
          item: pair.item,
          period: label(t),
          quantity: toNumber(quantities.made(pair, t)),
          unitCost: toNumber(divide(earned(pair, t), quantities.made(pair, t))),
        })),
    ),
    certificates: certificateRows(scenario, plan, label),
  };
}

function certificateRows(
  scenario: Scenario,
  { awarded, starts }: OraclePlan,
  label: (period: number) => string,
): Plan['certificates'] {
  return obtained(awarded)
    .map(({ supplier, certificate }) => {
      const row = scenario.certificates.find(
        (entry) => entry.supplier === supplier && entry.certificate === certificate && entry.status === 'obtainable',
      )!;
      const start = starts.get(supplier) ?? 1;
      return { supplier, certificate, start: label(start), firstPeriod: label(start + row.leadTime), cost: row.cost };
    })
    .sort((a, b) => (a.supplier + a.certificate < b.supplier + b.certificate ? -1 : 1));
}
