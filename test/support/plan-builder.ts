import type { Plan, ProductionRow } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { eligibility } from '../../scenarios/eligibility.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { finalDemand } from '../../scenarios/final-demand.ts';
import { canonicalSha256, scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { requirements } from '../../scenarios/work-packages.ts';
import { awardsOf, byIds, type Delivery, deliveriesOf, type Known, membersOf, rampUpOf, sum } from './plan-rows.ts';

type ItemPeriod = readonly [item: string, period: string, quantity: number];

/** What a test decides by hand; the plan around it follows. */
export interface Decision {
  /** `['S1', 'BOOM', '2026-Q1', 5]` */
  readonly production?: readonly (readonly [supplier: string, item: string, period: string, quantity: number])[];
  /** `['S1', 'BOOM', 'CRANE', 'S2', 5]`; null for the OEM. */
  readonly shipments?: readonly (readonly [
    from: string,
    item: string,
    consumer: string,
    to: string | null,
    quantity: number,
  ])[];
  /** Awards without volume. */
  readonly standby?: readonly (readonly [supplier: string, item: string])[];
  /** Where other than what is required is delivered. */
  readonly delivered?: readonly ItemPeriod[];
  /** On hand at the end of a period, by hand. */
  readonly stock?: readonly ItemPeriod[];
  readonly pastDue?: readonly ItemPeriod[];
  /** Certificates that the awards have members obtain: with the first period in which they count, and their cost. */
  readonly certificates?: readonly (readonly [supplier: string, certificate: string, first: string, cost: number])[];
  /** `['S1', 'welding', 'robot', '2026-Q1', 2]`: two robots. */
  readonly expansions?: readonly (readonly [
    supplier: string,
    process: string,
    option: string,
    period: string,
    count: number,
  ])[];
  /** `['S1', '2026-Q1', 2]`: people hired, by supplier and period. */
  readonly hires?: readonly (readonly [supplier: string, period: string, heads: number])[];
  /** Euro, by hand: what is had without an award, onboarding of a member, holding stock. */
  readonly bought?: number;
  readonly onboarding?: Readonly<Record<string, number>>;
  readonly holding?: number;
  /** By id of the rule; 0 where not stated. */
  readonly slack?: Readonly<Record<string, number | null>>;
  /** Work packages with too few eligible sources. */
  readonly tooFewSources?: readonly string[];
  /** Proven bounds; equal to the values where not stated. */
  readonly bounds?: { readonly shortfall?: number; readonly cost?: number };
}

/** A plan with the digest that belongs to it, whatever digest it carries. */
export async function redigested(plan: Omit<Plan, 'digest'>): Promise<Plan> {
  const { digest: _, ...rest } = { digest: '', ...plan };
  return { ...rest, digest: await canonicalSha256(rest) };
}

/**
 * A correct plan for a small scenario from decisions by hand, for a test to bend: unit costs, shares, roles, members, sums and hash
 * are worked out here, in the plainest way; what takes an understanding of the bill of materials (stock, purchases, past due need)
 * is stated by hand, so that the checks are not compared with themselves.
 */
export async function planFor(scenario: Scenario, decision: Decision = {}): Promise<Plan> {
  const known = knownOf(scenario);
  const production = productionOf(known, decision);
  const awards = awardsOf(known, production, decision.standby ?? []);
  const certificates = certificatesOf(known, decision);
  const deliveries = known.demand.flatMap((demand) => deliveriesOf(known, demand, decision.delivered ?? []));
  const planned = deliveries.filter(({ t }) => t <= scenario.calendar.periods);
  const expansions = expansionsOf(decision);
  const capex = capexOf(known);
  const cost = { ...costOf(decision, { production, awards, certificates }), capex: sum(expansions, capex) };
  const once: Record<string, number> = { ...decision.onboarding };
  for (const row of expansions) once[row.supplier] = (once[row.supplier] ?? 0) + capex(row);
  const total = sum(Object.values(cost), (euro) => euro);
  return redigested({
    format: 'gilde-plan/1',
    scenario: { name: scenario.name, sha256: await scenarioSha256(scenario) },
    engine: { name: 'by-hand', version: '1' },
    strategy: 'by-hand',
    seed: 1,
    limits: { gap: 0.01, timeLimit: 60, workLimit: 1000, hit: null },
    status: 'optimal',
    aims: [
      aim('shortfall', weightedShortfall(known, deliveries), decision.bounds?.shortfall),
      aim('cost', total, decision.bounds?.cost),
    ],
    cost,
    products: planned.map(({ row }) => row),
    continuation: deliveries.filter((delivery) => !planned.includes(delivery)).map(({ row }) => row),
    members: membersOf(known, { production, awards, certificates }, once),
    awards,
    production,
    shipments: (decision.shipments ?? []).map(([from, item, consumer, to, quantity]) => {
      return { item, from, to, consumer, quantity };
    }),
    stock: itemPeriods(decision.stock),
    shortfall: missing(planned),
    pastDue: itemPeriods(decision.pastDue),
    expansions,
    certificates,
    hires: (decision.hires ?? []).map(([supplier, period, heads]) => ({ supplier, period, heads })),
    commitments: [],
    rampUp: rampUpOf(known, planned, production).map((row) => {
      const bought = expansions.filter(({ period }) => period === row.period);
      const hired = (decision.hires ?? []).filter(([, period]) => period === row.period);
      return { ...row, hires: sum(hired, ([, , heads]) => heads), capex: sum(bought, capex) };
    }),
    robustness: { assessed: false },
    rules: rulesOf(known, decision),
    reported: (decision.tooFewSources ?? []).map((item) => {
      return { code: 'too-few-sources', message: `${item} has too few sources`, item, supplier: null };
    }),
    certificate: { kind: 'engine-claimed' },
    conflict: [],
  });
}

function knownOf(scenario: Scenario): Known {
  const exploded = explodeBom(scenario);
  if (!exploded.ok) throw new Error('the scenario of a test has a cycle in its BOM');
  const demand = finalDemand(scenario, exploded.explosion);
  const { packages } = requirements(scenario, exploded.explosion, demand);
  const { pairs } = eligibility(scenario, packages);
  return {
    scenario,
    demand,
    required: new Map(packages.map(({ item, total }) => [item.item, total])),
    pair: (supplier, item) => {
      const found = pairs.find((pair) => pair.supplier === supplier && pair.item === item);
      if (!found) throw new Error(`${supplier} is not eligible for ${item} in the scenario of this test`);
      return found;
    },
  };
}

function productionOf({ pair }: Known, { production = [] }: Decision): ProductionRow[] {
  const rows = production.map(([supplier, item, period, quantity]) => {
    return { supplier, item, period, quantity, unitCost: pair(supplier, item).unitCost };
  });
  return byIds(rows, 'supplier', 'item', 'period');
}

const expansionsOf = ({ expansions = [] }: Decision): Plan['expansions'] =>
  expansions.map(([supplier, process, option, period, count]) => ({ supplier, process, option, period, count }));

/** Euro of a row of expansions; 0 for an option that nobody states. */
const capexOf =
  ({ scenario }: Known) =>
  (row: Plan['expansions'][number]): number => {
    const own = scenario.expansions.find(
      ({ supplier, process, option }) => supplier === row.supplier && process === row.process && option === row.option,
    );
    return row.count * (own?.capex ?? 0);
  };

const certificatesOf = ({ scenario }: Known, { certificates = [] }: Decision): Plan['certificates'] =>
  certificates.map(([supplier, certificate, firstPeriod, cost]) => {
    return { supplier, certificate, start: scenario.calendar.start, firstPeriod, cost };
  });

const costOf = (
  { bought = 0, onboarding = {}, holding = 0 }: Decision,
  { production, awards, certificates }: Pick<Plan, 'production' | 'awards' | 'certificates'>,
): Plan['cost'] => ({
  production: sum(production, ({ quantity, unitCost }) => quantity * unitCost),
  bought,
  transport: 0,
  onboarding: sum(Object.values(onboarding), (euro) => euro),
  qualification: sum(awards, (row) => row.qualificationCost),
  certificates: sum(certificates, (row) => row.cost),
  capex: 0,
  hiring: 0,
  stock: holding,
  commitments: 0,
});

const aim = (name: 'shortfall' | 'cost', value: number, bound = value): Plan['aims'][number] => ({
  aim: name,
  value,
  bound,
  gap: (value - bound) / Math.max(Math.abs(value), 1e-9),
});

function weightedShortfall({ scenario }: Known, deliveries: readonly Delivery[]): number {
  const carried = scenario.policy.backlog === 'carried';
  return sum(deliveries, ({ weight, row }) => weight * (carried ? row.backlog : row.required - row.delivered));
}

const itemPeriods = (rows: readonly ItemPeriod[] = []): Plan['stock'] =>
  byIds(
    rows.map(([item, period, quantity]) => ({ item, period, quantity })),
    'item',
    'period',
  );

const missing = (planned: readonly Delivery[]): Plan['shortfall'] =>
  planned
    .filter(({ row }) => row.required > row.delivered)
    .map(({ row: { product: item, period, required, delivered } }) => {
      return { item, period, quantity: required - delivered, causes: ['decided by hand'] };
    });

function rulesOf({ scenario }: Known, { slack = {} }: Decision): Plan['rules'] {
  const rows = scenario.rules.map(({ id: rule }) => {
    return { rule, holds: true, slack: rule in slack ? slack[rule]! : 0, price: null };
  });
  return byIds(rows, 'rule');
}
