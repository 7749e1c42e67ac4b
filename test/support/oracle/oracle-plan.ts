import { periodLabel } from '../../../scenarios/domain/calendar.ts';
import type {
  AimResult,
  CostBreakdown,
  Plan,
  ProductRow,
  RampUpRow,
  ReportedRow,
} from '../../../scenarios/domain/plan.ts';
import { planDigest } from '../../../scenarios/wire/plan.ts';
import { oneOffCosts } from './awards.ts';
import { type Bill, linesInUse } from './bill.ts';
import { firmRows } from './firm-rows.ts';
import { valueAt } from './linear-program.ts';
import type { OraclePlan } from './oracle.ts';
import { type OracleQuantities, quantitiesOf, spanOf } from './quantities.ts';
import { divide, isZero, multiply, ONE, type Rational, rational, subtract, sum, toNumber, ZERO } from './rational.ts';
import type { Requirement } from './requirement.ts';
import { ruleRows } from './rule-slack.ts';
import { itemInScope, supplierInScope } from './scope.ts';

function costOf({ model, point, awarded, requirement }: OraclePlan): CostBreakdown {
  const flow = (part: keyof typeof model.cost): number => toNumber(valueAt(model.cost[part], point));
  const { onboarding, qualification, certificates } = oneOffCosts(requirement.bill.scenario, awarded);
  return {
    production: flow('production'),
    bought: flow('bought'),
    transport: 0,
    onboarding: toNumber(onboarding),
    qualification: toNumber(qualification),
    certificates: toNumber(certificates),
    capex: 0,
    hiring: 0,
    stock: flow('stock'),
    commitments: 0,
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

const baselineOf = ({ scenario }: Bill, item: string): number | null =>
  scenario.programmes.find((programme) => programme.product === item)?.demand?.baseline ?? null;

function productRows(
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

function rampUpRows({ requirement }: OraclePlan, quantities: OracleQuantities): RampUpRow[] {
  const { bill, demand, weight } = requirement;
  const weighted = (items: readonly string[], units: (item: string) => Rational): Rational =>
    sum(items.map((item) => multiply(weight(item), units(item))));
  const ramped = bill.finals.filter((item) => baselineOf(bill, item) !== null);
  const baseline = weighted(ramped, (item) => rational(baselineOf(bill, item)!));
  return quantities.horizon.map((t) => {
    const delivered = (item: string): Rational => quantities.delivered(item, t);
    return {
      period: periodLabel(bill.scenario.calendar, t),
      required: toNumber(weighted(bill.finals, (item) => demand(item, t))),
      delivered: toNumber(weighted(bill.finals, delivered)),
      multiple: isZero(baseline) ? null : toNumber(divide(weighted(ramped, delivered), baseline)),
      hours: toNumber(quantities.hours(t)),
      hires: 0,
      capex: 0,
      prefinancing: null,
    };
  });
}

/** Needs of full demand before the start: nothing that is due then has its own components left out. */
function pastDueRows({ bill, demand }: Requirement): Plan['pastDue'] {
  const { scenario, items, order } = bill;
  const T = scenario.calendar.periods;
  if (scenario.policy.pastDue === 'first-period') return [];
  const due = (item: string, period: number): Rational => {
    const taken = order.flatMap((parent) => {
      const at = period + items.get(parent)!.leadTime;
      return linesInUse(scenario, parent, at)
        .filter((line) => line.item === item)
        .map((line) => multiply(divide(rational(line.quantity), subtract(ONE, rational(line.scrap))), due(parent, at)));
    });
    return period > T + bill.beyond ? ZERO : sum([demand(item, period), ...taken]);
  };
  return [...order].sort().flatMap((item) =>
    spanOf(1 - bill.beyond, 0)
      .filter((t) => items.get(item)!.kind !== 'phantom' && !isZero(due(item, t)))
      .map((t) => ({ item, period: periodLabel(scenario.calendar, t), quantity: toNumber(due(item, t)) })),
  );
}

/** Packages with fewer eligible sources than a rule that is not strict asks for. */
function reportedRows({ requirement, eligible }: OraclePlan): ReportedRow[] {
  const { scenario } = requirement.bill;
  return scenario.rules.flatMap((rule) => {
    if (rule.rule !== 'source-count' || rule.strict) return [];
    return requirement.packages
      .filter((item) => itemInScope(scenario, rule, item))
      .filter((item) => {
        const sources = eligible.filter((pair) => pair.item === item && supplierInScope(scenario, rule, pair.supplier));
        return sources.length < (rule.min ?? 0);
      })
      .map((item) => ({ code: 'too-few-sources', message: 'too few eligible sources', item, supplier: null }));
  });
}

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
    stock: rows([...order, ...idle], stockOf),
    shortfall: rows(finals, missing).map((row) => ({ ...row, causes: ['found by enumeration'] })),
    pastDue: pastDueRows(plan.requirement),
    expansions: [],
    hires: [],
    commitments: [],
    rampUp: rampUpRows(plan, quantities),
    robustness: { assessed: false },
    rules: ruleRows(plan, quantities),
    reported: reportedRows(plan),
    certificate: { kind: 'engine-claimed' },
    conflict: [],
  };
  return { ...undigested, digest: await planDigest(undigested) };
}
