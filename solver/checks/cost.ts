import { periodsPerYear } from '../../scenarios/domain/calendar.ts';
import type { CostBreakdown, ShipmentRow } from '../../scenarios/domain/plan.ts';
import type { Euro } from '../../scenarios/domain/units.ts';
import type { EligiblePair } from '../../scenarios/eligibility.ts';
import { kilometres, placeOf, ratePerKm } from '../../scenarios/shipping.ts';
import type { Check, CheckContext, Fault } from './check.ts';
import { expectedRows } from './commitment.ts';
import { capexOf } from './expansion.ts';
import { moneyFault } from './faults.ts';
import { certificatesToObtain, onboardingCosts, qualificationCost } from './one-offs.ts';
import { earnings, priceOf } from './spend.ts';
import { moneyDiffers } from './tolerance.ts';

/**
 * Each component of the cost over 1..T:
 *
 *   production    Σ x[s,w,t] · c[s,w], each row at the pair's unit cost
 *   bought        Σ completed[i,t] · (unitValue of a bought item, materialCost of an assembly) of what is no work package
 *   transport     Σ quantity · weightKg ÷ 1000 · transportPerTonneKm · km between the places of each shipment
 *   stock         Σ stock[i,t] · unitValue[i] · holdingRate ÷ periods per year, at the end of each period
 *   onboarding, qualification, certificates: once per member, awarded pair, certificate to obtain
 *   capex         Σ count · capex of each expansion bought
 *   commitments   Σ unit cost · max(0, promised − bought) of each rule and year
 *
 * Hiring costs nothing.
 */
export const cost: Check = {
  name: 'cost',
  check(context) {
    const expected = costOf(context);
    const components = Object.keys(expected) as (keyof CostBreakdown)[];
    const sums = components.flatMap((name) => {
      return moneyFault({}, `cost of ${name}`, context.plan.cost[name], expected[name]);
    });
    return { faults: [...unitCostFaults(context), ...sums] };
  },
};

/** What a unit of a period costs on average; with price breaks earlier units come first. Undefined where the period made none. */
function meanPrice(pair: EligiblePair, units: Float64Array | undefined, t: number | undefined): Euro | undefined {
  if (pair.breaks.length === 0) return pair.unitCost;
  return units && t !== undefined && units[t]! > 0 ? earnings(pair, units)(t) / units[t]! : undefined;
}

function unitCostFaults({ stated, plan, view }: CheckContext): Fault[] {
  const faults: Fault[] = [];
  for (const { supplier, item, period, quantity, unitCost } of plan.production) {
    const pair = stated.pairOf(supplier, item);
    const expected = pair && meanPrice(pair, view.volumeOf(supplier, item)?.units, stated.indexOf(period));
    // Of a few units between two prices the mean may be off where what they cost in all is not.
    if (expected === undefined || !moneyDiffers(unitCost, expected)) continue;
    if (pair!.breaks.length > 0 && !moneyDiffers(unitCost * quantity, expected * quantity)) continue;
    const what = `unit cost of ${item} at ${supplier} in ${period}`;
    faults.push(...moneyFault({ supplier, item, period }, what, unitCost, expected));
  }
  return faults;
}

/** 0 where a place is not known: the check `shipping` or `rows` names that. */
function transportCost({ scenario, items, suppliers }: CheckContext['stated'], row: ShipmentRow): Euro {
  const programme = scenario.programmes.find(({ product }) => product === row.consumer);
  const [from, to] = [
    placeOf(suppliers.get(row.from)),
    placeOf(row.to === null ? programme?.oem : suppliers.get(row.to)),
  ];
  const item = items.get(row.item);
  return from && to && item ? row.quantity * ratePerKm(scenario, item) * kilometres(from, to) : 0;
}

/** The cost of a plan by component, from its production, deliveries, stock and awards. */
export function costOf({ stated, plan, view, flow }: Omit<CheckContext, 'judged'>): CostBreakdown {
  const onboarding = onboardingCosts(stated);
  const sum = <Row>(rows: Iterable<Row>, euro: (row: Row) => Euro): Euro => {
    let total = 0;
    for (const row of rows) total += euro(row);
    return total;
  };
  const perPeriod = stated.scenario.costs.holdingRate / periodsPerYear(stated.scenario.calendar.period);
  return {
    production: sum(view.volumes, ({ supplier, item, total }) => priceOf(stated.pairOf(supplier, item), 0, total)),
    bought: sum(stated.items.values(), (item) => {
      if (stated.packages.has(item.item) || item.kind === 'phantom') return 0;
      const price = item.kind === 'buy' ? (item.unitValue ?? 0) : item.materialCost;
      const completed = flow.completed(item.item);
      return completed ? price * completed.sum(1, stated.horizon) : 0;
    }),
    transport: sum(plan.shipments, (row) => transportCost(stated, row)),
    onboarding: sum(view.awardsOfSupplier.keys(), onboarding),
    qualification: sum(plan.awards, ({ supplier, item }) => qualificationCost(stated, supplier, item)),
    certificates: sum(certificatesToObtain(stated, view), (row) => row.cost),
    capex: sum(plan.expansions, (row) => capexOf(stated, row)),
    hiring: 0,
    stock: sum(view.stock, ([item, units]) => {
      const held = units.subarray(1).reduce((total, left) => total + left, 0);
      return held * perPeriod * (stated.items.get(item)?.unitValue ?? 0);
    }),
    commitments: sum(expectedRows({ stated, view }), ({ payment }) => payment),
  };
}
