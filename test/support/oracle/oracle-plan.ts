import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import type { AimResult, CostBreakdown, Plan, ShipmentRow } from '../../../scenarios/domain/plan.ts';
import { planDigest } from '../../../scenarios/wire/plan.ts';
import { oneOffCosts } from './awards.ts';
import { pastDueRows, productRows, rampUpRows, reportedRows } from './demand-rows.ts';
import { firmRows } from './firm-rows.ts';
import { valueAt } from './linear-program.ts';
import type { OraclePlan } from './oracle.ts';
import { commitmentRows, promisesOf } from './promises.ts';
import { capexOf, expansionRows } from './purchases.ts';
import { quantitiesOf } from './quantities.ts';
import { suppliersOf } from './ramps.ts';
import { subtract, toNumber } from './rational.ts';
import { ruleRows } from './rule-slack.ts';

function costOf({ model, point, awarded, purchases, requirement }: OraclePlan): CostBreakdown {
  const flow = (part: keyof typeof model.cost): number => toNumber(valueAt(model.cost[part], point));
  const { onboarding, qualification, certificates } = oneOffCosts(requirement.bill.scenario, awarded);
  return {
    production: flow('production'),
    bought: flow('bought'),
    transport: flow('transport'),
    onboarding: toNumber(onboarding),
    qualification: toNumber(qualification),
    certificates: toNumber(certificates),
    capex: toNumber(capexOf(purchases)),
    hiring: 0,
    stock: flow('stock'),
    commitments: flow('commitments'),
  };
}

function aimsOf({ model, point, shortfall, cost }: OraclePlan): AimResult[] {
  const reached = toNumber(valueAt(model.shortfall, point));
  const bound = toNumber(shortfall);
  const value = toNumber(cost);
  return [
    { aim: 'shortfall', value: reached, bound, gap: (reached - bound) / Math.max(reached, 1e-9) },
    { aim: 'cost', value, bound: value, gap: 0 },
  ];
}

const shipmentRows = ({ model, point }: OraclePlan): ShipmentRow[] =>
  model.shipments
    .map((row) => ({ ...row, quantity: toNumber(valueAt(row.quantity, point)) }))
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));

const key = ({ from, item, consumer, to }: ShipmentRow): string => [from, item, consumer, to ?? ''].join(' ');

/** The oracle's plan in the form of plan.json, every figure worked out from its own exact quantities. */
export async function oraclePlan(plan: OraclePlan, sha256: string): Promise<Plan> {
  const { scenario, order, finals } = plan.requirement.bill;
  const quantities = quantitiesOf(plan);
  const label = (period: number): string => periodLabel(scenario.calendar, period);
  const idle = scenario.items.filter((row) => row.stock > 0 && !order.includes(row.item)).map((row) => row.item);
  const stockOf = (item: string, t: number): number =>
    idle.includes(item) ? scenario.items.find((row) => row.item === item)!.stock : toNumber(quantities.stock(item, t));
  const missing = (item: string, t: number): number =>
    toNumber(subtract(plan.requirement.demand(item, t), quantities.delivered(item, t)));
  const rows = (items: readonly string[], quantity: (item: string, t: number) => number) =>
    [...items]
      .sort()
      .flatMap((item) =>
        quantities.horizon
          .filter((t) => quantity(item, t) > 0)
          .map((t) => ({ item, period: label(t), quantity: quantity(item, t) })),
      );
  const undigested: Omit<Plan, 'digest'> = {
    format: 'gilde-plan/1',
    scenario: { name: scenario.name, sha256 },
    engine: { name: 'oracle', version: '1' },
    strategy: 'enumeration',
    seed: scenario.solve.seed,
    limits: { gap: scenario.solve.gap, timeLimit: scenario.solve.timeLimit, workLimit: null, hit: null },
    status: 'optimal',
    aims: aimsOf(plan),
    cost: costOf(plan),
    products: productRows(plan, quantities, quantities.horizon),
    continuation: productRows(plan, quantities, quantities.continuation),
    ...firmRows(plan, quantities),
    shipments: shipmentRows(plan),
    stock: rows([...order, ...idle], stockOf),
    shortfall: rows(finals, missing).map((row) => ({ ...row, causes: ['found by enumeration'] })),
    pastDue: pastDueRows(plan.requirement),
    expansions: expansionRows(scenario, plan.purchases),
    hires: [...suppliersOf(plan.awarded)]
      .sort()
      .flatMap((supplier) =>
        quantities.horizon
          .map((t) => ({ supplier, period: label(t), heads: toNumber(quantities.hired(supplier, t)) }))
          .filter(({ heads }) => heads > 0),
      ),
    commitments: commitmentRows(promisesOf(scenario, plan.eligible), plan.awarded, quantities.made),
    rampUp: rampUpRows(plan, quantities),
    robustness: { assessed: false },
    rules: ruleRows(plan, quantities),
    reported: reportedRows(plan),
    certificate: { kind: 'engine-claimed' },
    conflict: [],
  };
  return { ...undigested, digest: await planDigest(undigested) };
}
