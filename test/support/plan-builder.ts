import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { AwardRole, AwardRow, Plan, ProductionRow, ProductRow } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import { type EligiblePair, eligibility } from '../../scenarios/eligibility.ts';
import { explodeBom } from '../../scenarios/explode-bom.ts';
import { type FinalDemand, finalDemand } from '../../scenarios/final-demand.ts';
import { canonicalSha256, scenarioSha256 } from '../../scenarios/wire/hash.ts';
import { requirements } from '../../scenarios/work-packages.ts';

/** What a test decides by hand; the plan around it follows. */
export interface Decision {
  /** `['S1', 'BOOM', '2026-Q1', 5]` */
  readonly production?: readonly (readonly [supplier: string, item: string, period: string, quantity: number])[];
  /** Awards without volume. */
  readonly standby?: readonly (readonly [supplier: string, item: string])[];
  /** Where other than what is required is delivered. */
  readonly delivered?: readonly (readonly [product: string, period: string, quantity: number])[];
  /** On hand at the end of a period, by hand. */
  readonly stock?: readonly (readonly [item: string, period: string, quantity: number])[];
  readonly pastDue?: readonly (readonly [item: string, period: string, quantity: number])[];
  /** Certificates that the awards have members obtain: with the first period in which they count, and their cost. */
  readonly certificates?: readonly (readonly [supplier: string, certificate: string, first: string, cost: number])[];
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

interface Known {
  readonly scenario: Scenario;
  readonly demand: readonly FinalDemand[];
  readonly required: ReadonlyMap<string, number>;
  readonly pair: (supplier: string, item: string) => EligiblePair;
}

const sum = <Row>(rows: readonly Row[], figure: (row: Row) => number): number =>
  rows.reduce((total, row) => total + figure(row), 0);

const byIds = <Row extends object>(rows: readonly Row[], ...keys: (keyof Row)[]): Row[] => {
  const text = (row: Row) => keys.map((key) => String(row[key])).join(' ');
  return [...rows].sort((a, b) => (text(a) < text(b) ? -1 : 1));
};

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

/** The digest of a plan, whatever digest it carries. */
export async function redigested(plan: Plan): Promise<Plan> {
  const { digest: _, ...rest } = plan;
  return { ...rest, digest: await canonicalSha256(rest) };
}

/**
 * A correct plan for a small scenario from decisions by hand, for a test to bend: unit costs, shares, roles, members, sums and hash
 * are worked out here, in the plainest way; what takes an understanding of the bill of materials (stock, purchases, past due need)
 * is stated by hand, so that the checks are not compared with themselves.
 */
export async function planFor(scenario: Scenario, decision: Decision = {}): Promise<Plan> {
  const known = knownOf(scenario);
  const production = byIds(
    (decision.production ?? []).map(([supplier, item, period, quantity]): ProductionRow => {
      return { supplier, item, period, quantity, unitCost: known.pair(supplier, item).unitCost };
    }),
    'supplier',
    'item',
    'period',
  );
  const awards = awardsOf(known, production, decision.standby ?? []);
  const rows = known.demand.flatMap((demand) => productRows(known, demand, decision));
  const products = rows.filter(({ t }) => t <= scenario.calendar.periods);
  const certificates = (decision.certificates ?? []).map(([supplier, certificate, firstPeriod, cost]) => {
    return { supplier, certificate, start: scenario.calendar.start, firstPeriod, cost };
  });
  const cost: Plan['cost'] = {
    production: sum(production, ({ quantity, unitCost }) => quantity * unitCost),
    bought: decision.bought ?? 0,
    transport: 0,
    onboarding: sum(Object.values(decision.onboarding ?? {}), (euro) => euro),
    qualification: sum(awards, (row) => row.qualificationCost),
    certificates: sum(certificates, (row) => row.cost),
    capex: 0,
    hiring: 0,
    stock: decision.holding ?? 0,
    commitments: 0,
  };
  const late = scenario.policy.backlog === 'carried';
  const shortfall = sum(rows, ({ row, weight }) => weight * (late ? row.backlog : row.required - row.delivered));
  const missing = products.filter(({ row }) => row.required > row.delivered);
  return redigested({
    format: 'gilde-plan/1',
    scenario: { name: scenario.name, sha256: await scenarioSha256(scenario) },
    engine: { name: 'by-hand', version: '1' },
    strategy: 'by-hand',
    seed: 1,
    limits: { gap: 0.01, timeLimit: 60, workLimit: 1000, hit: null },
    status: 'optimal',
    digest: '',
    aims: [
      aim('shortfall', shortfall, decision.bounds?.shortfall),
      aim(
        'cost',
        sum(Object.values(cost), (euro) => euro),
        decision.bounds?.cost,
      ),
    ],
    cost,
    products: products.map(({ row }) => row),
    continuation: rows.filter(({ t }) => t > scenario.calendar.periods).map(({ row }) => row),
    members: membersOf(known, production, awards, certificates, decision.onboarding ?? {}),
    awards,
    production,
    stock: byIds((decision.stock ?? []).map(itemPeriod), 'item', 'period'),
    shortfall: missing.map(({ row }) => ({
      item: row.product,
      period: row.period,
      quantity: row.required - row.delivered,
      causes: ['decided by hand'],
    })),
    pastDue: byIds((decision.pastDue ?? []).map(itemPeriod), 'item', 'period'),
    expansions: [],
    certificates,
    hires: [],
    commitments: [],
    rampUp: rampUpOf(known, products, production),
    robustness: { assessed: false },
    rules: byIds(
      scenario.rules.map(({ id }) => ({ rule: id, holds: true, slack: slackOf(decision, id), price: null })),
      'rule',
    ),
    reported: (decision.tooFewSources ?? []).map((item) => {
      return { code: 'too-few-sources', message: `${item} has too few sources`, item, supplier: null };
    }),
    certificate: { kind: 'engine-claimed' },
    conflict: [],
  });
}

const itemPeriod = ([item, period, quantity]: readonly [string, string, number]) => ({ item, period, quantity });

const slackOf = ({ slack }: Decision, id: string): number | null => (slack && id in slack ? slack[id]! : 0);

const aim = (name: 'shortfall' | 'cost', value: number, bound = value): Plan['aims'][number] => ({
  aim: name,
  value,
  bound,
  gap: (value - bound) / Math.max(Math.abs(value), 1e-9),
});

interface DemandRow {
  readonly t: number;
  readonly weight: number;
  readonly baseline: number | null;
  readonly row: ProductRow;
}

function productRows({ scenario }: Known, demand: FinalDemand, { delivered = [] }: Decision): DemandRow[] {
  const { item, required, weight, baseline } = demand;
  let backlog = 0;
  return Array.from({ length: required.length - 1 }, (_, at) => {
    const t = at + 1;
    const period = periodLabel(scenario.calendar, t);
    const other = delivered.find((row) => row[0] === item && row[1] === period);
    const units = other ? other[2] : required[t]!;
    if (scenario.policy.backlog === 'carried') backlog += required[t]! - units;
    const multiple = baseline === null ? null : units / baseline;
    return {
      t,
      weight,
      baseline,
      row: { product: item, period, required: required[t]!, delivered: units, backlog, multiple },
    };
  });
}

function awardsOf(known: Known, production: readonly ProductionRow[], standby: Decision['standby'] & {}): AwardRow[] {
  const pairs = new Map(
    [...production.map(({ supplier, item }) => [supplier, item] as const), ...standby].map((pair) => [
      pair.join(' '),
      pair,
    ]),
  );
  const volume = (supplier: string, item: string) =>
    sum(
      production.filter((row) => row.supplier === supplier && row.item === item),
      (row) => row.quantity,
    );
  const roleOf = (supplier: string, item: string): AwardRole => {
    if (known.pair(supplier, item).incumbent) return 'incumbent';
    const own = volume(supplier, item);
    if (own === 0) return 'standby';
    const rivals = [...pairs.values()].filter((pair) => pair[1] === item && pair[0] !== supplier);
    const isLargest = rivals.every(([rival]) => {
      return volume(rival, item) < own || (volume(rival, item) === own && rival > supplier);
    });
    return isLargest ? 'source' : 'second-source';
  };
  const rows = [...pairs.values()].map(([supplier, item]): AwardRow => {
    const first = production.find((row) => row.supplier === supplier && row.item === item);
    return {
      supplier,
      item,
      share: volume(supplier, item) / known.required.get(item)!,
      firstPeriod: first?.period ?? null,
      qualificationCost: known.pair(supplier, item).qualificationCost,
      role: roleOf(supplier, item),
    };
  });
  return byIds(rows, 'supplier', 'item');
}

function membersOf(
  { scenario }: Known,
  production: readonly ProductionRow[],
  awards: readonly AwardRow[],
  certificates: Plan['certificates'],
  onboarding: Readonly<Record<string, number>>,
): Plan['members'] {
  const spend = (supplier: string) => {
    const own = <Row extends { readonly supplier: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.supplier === supplier);
    const made = sum(own(production), ({ quantity, unitCost }) => quantity * unitCost);
    const oneOffs = sum(own(awards), (row) => row.qualificationCost) + sum(own(certificates), (row) => row.cost);
    return made + oneOffs + (onboarding[supplier] ?? 0);
  };
  const suppliers = [...new Set(awards.map(({ supplier }) => supplier))].sort();
  const total = sum(suppliers, spend);
  return suppliers.map((supplier) => {
    const own = awards.filter((row) => row.supplier === supplier);
    const firsts = own.flatMap(({ firstPeriod }) => firstPeriod ?? []).sort();
    return {
      supplier,
      roles: [...new Set(own.map(({ role }) => role))].sort(),
      start: scenario.calendar.start,
      firstPeriod: firsts[0] ?? null,
      spend: spend(supplier),
      share: total === 0 ? 0 : spend(supplier) / total,
    };
  });
}

function rampUpOf(
  { scenario, demand, pair }: Known,
  products: readonly DemandRow[],
  production: readonly ProductionRow[],
): Plan['rampUp'] {
  const baseline = sum(demand, (row) => row.weight * (row.baseline ?? 0));
  return Array.from({ length: scenario.calendar.periods }, (_, at) => {
    const period = periodLabel(scenario.calendar, at + 1);
    const own = products.filter(({ row }) => row.period === period);
    const ramped = own.filter((row) => row.baseline !== null);
    return {
      period,
      required: sum(own, ({ weight, row }) => weight * row.required),
      delivered: sum(own, ({ weight, row }) => weight * row.delivered),
      multiple: baseline === 0 ? null : sum(ramped, ({ weight, row }) => weight * row.delivered) / baseline,
      hours: sum(
        production.filter((row) => row.period === period),
        ({ supplier, item, quantity }) => quantity * sum(pair(supplier, item).hours, ({ hours }) => hours),
      ),
      hires: 0,
      capex: 0,
      prefinancing: null,
    };
  });
}
