import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { Plan, ProductRow, RampUpRow, ReportedRow } from '../../../scenarios/domain/plan.ts';
import type { Bill } from './bill.ts';
import type { OraclePlan } from './oracle.ts';
import { dueAtFullDemand } from './past-due.ts';
import { capexOf } from './purchases.ts';
import type { OracleQuantities } from './quantities.ts';
import { suppliersOf } from './ramps.ts';
import { divide, isZero, multiply, type Rational, rational, sum, toNumber } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { packageInScope, sourceInScope } from './scope.ts';
import { spanOf } from './span.ts';

const baselineOf = ({ scenario }: Bill, item: string): number | null =>
  scenario.programmes.find((programme) => programme.product === item)?.demand?.baseline ?? null;

/** What is due and delivered of each final item in the periods. */
export function productRows(
  { requirement }: OraclePlan,
  quantities: OracleQuantities,
  periods: readonly number[],
): ProductRow[] {
  const { bill, demand } = requirement;
  return bill.finals.flatMap((product) => {
    const baseline = baselineOf(bill, product);
    return periods.map((t) => ({
      product,
      period: periodLabel(bill.scenario.calendar, t),
      required: toNumber(demand(product, t)),
      delivered: toNumber(quantities.delivered(product, t)),
      backlog: toNumber(quantities.backlog(product, t)),
      multiple: baseline === null ? null : toNumber(divide(quantities.delivered(product, t), rational(baseline))),
    }));
  });
}

/** Weighted sums and hours of each period. */
export function rampUpRows(plan: OraclePlan, quantities: OracleQuantities): RampUpRow[] {
  const { requirement, awarded, purchases } = plan;
  const { bill, demand, weight } = requirement;
  const weighted = (items: readonly string[], units: (item: string) => Rational): Rational =>
    sum(items.map((item) => multiply(weight(item), units(item))));
  const { programmes, costs, rules } = bill.scenario;
  const asked = rules.some((rule) => rule.rule === 'budget' && rule.of.includes('prefinancing'));
  const planned = costs.paymentTermDays > 0 || asked;
  const ramping = programmes.length > 0 ? programmes.map(({ product }) => product) : bill.finals;
  const ramped = bill.finals.filter((item) => baselineOf(bill, item) !== null);
  const baseline = weighted(ramped, (item) => rational(baselineOf(bill, item)!));
  return quantities.horizon.map((t) => {
    const delivered = (item: string): Rational => quantities.delivered(item, t);
    return {
      period: periodLabel(bill.scenario.calendar, t),
      required: toNumber(weighted(ramping, (item) => demand(item, t))),
      delivered: toNumber(weighted(ramping, delivered)),
      multiple: isZero(baseline) ? null : toNumber(divide(weighted(ramped, delivered), baseline)),
      hours: toNumber(quantities.hours(t)),
      hires: toNumber(sum(suppliersOf(awarded).map((supplier) => quantities.hired(supplier, t)))),
      capex: toNumber(capexOf(purchases.filter(({ period }) => period === t))),
      prefinancing: planned ? toNumber(quantities.prefinanced(t)) : null,
    };
  });
}

/** Needs of full demand before the start. */
export function pastDueRows(requirement: Requirement): Plan['pastDue'] {
  const { scenario, items, order, beyond } = requirement.bill;
  if (scenario.policy.pastDue === 'first-period') return [];
  const due = (item: string, period: number) => dueAtFullDemand(requirement, item, period);
  return [...order].sort().flatMap((item) =>
    spanOf(1 - beyond, 0)
      .filter((t) => items.get(item)!.kind !== 'phantom' && !isZero(due(item, t)))
      .map((t) => ({ item, period: periodLabel(scenario.calendar, t), quantity: toNumber(due(item, t)) })),
  );
}

/** Packages with fewer eligible sources than a rule that is not strict asks for. */
export function reportedRows({ requirement, eligible }: OraclePlan): ReportedRow[] {
  const { scenario } = requirement.bill;
  return scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'source-count' || rule.strict) return [];
    return requirement.packages
      .filter((item) => packageInScope(scenario, rule, item, eligible))
      .filter((item) => {
        const sources = eligible.filter((pair) => pair.item === item && sourceInScope(scenario, rule, pair));
        return sources.length < (rule.min ?? 0);
      })
      .map((item) => ({ code: 'too-few-sources', message: 'too few eligible sources', item, supplier: null }));
  });
}
