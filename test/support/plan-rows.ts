import { periodLabel } from '../../scenarios/domain/calendar.ts';
import type { AwardRole, AwardRow, Plan, ProductionRow, ProductRow } from '../../scenarios/domain/plan.ts';
import type { Scenario } from '../../scenarios/domain/scenario.ts';
import type { EligiblePair } from '../../scenarios/eligibility.ts';
import type { FinalDemand } from '../../scenarios/final-demand.ts';

/** What a scenario says that rows of a plan are worked out from. */
export interface Known {
  readonly scenario: Scenario;
  readonly demand: readonly FinalDemand[];
  /** Units of each work package required over the horizon. */
  readonly required: ReadonlyMap<string, number>;
  /** Throws for a pair that is not eligible. */
  readonly pair: (supplier: string, item: string) => EligiblePair;
}

/** Σ of a figure over rows. */
export const sum = <Row>(rows: readonly Row[], figure: (row: Row) => number): number =>
  rows.reduce((total, row) => total + figure(row), 0);

/** Rows in the order of the named columns. */
export const byIds = <Row extends object>(rows: readonly Row[], ...keys: (keyof Row)[]): Row[] => {
  const text = (row: Row) => keys.map((key) => String(row[key])).join('\u0000');
  return [...rows].sort((a, b) => (text(a) < text(b) ? -1 : 1));
};

/** What is delivered of a product in period t, with what its demand says. */
export interface Delivery {
  readonly t: number;
  readonly weight: number;
  readonly baseline: number | null;
  readonly row: ProductRow;
}

type Stated = readonly (readonly [product: string, period: string, quantity: number])[];

/** Deliveries of one demand in 1..T+L: all that is required where nothing else is stated. */
export function deliveriesOf({ scenario }: Known, demand: FinalDemand, stated: Stated): Delivery[] {
  const { item: product, weight, baseline } = demand;
  let backlog = 0;
  return [...demand.required.keys()].slice(1).map((t) => {
    const period = periodLabel(scenario.calendar, t);
    const required = demand.required[t]!;
    const delivered = stated.find((row) => row[0] === product && row[1] === period)?.[2] ?? required;
    if (scenario.policy.backlog === 'carried') backlog += required - delivered;
    const multiple = baseline === null ? null : delivered / baseline;
    return { t, weight, baseline, row: { product, period, required, delivered, backlog, multiple } };
  });
}

/** Awards of what is produced and of the standbys. */
export function awardsOf(
  known: Known,
  production: readonly ProductionRow[],
  standby: readonly (readonly [supplier: string, item: string])[],
): AwardRow[] {
  const producing = production.map(({ supplier, item }) => [supplier, item] as const);
  const pairs = [...new Map([...producing, ...standby].map((pair) => [pair.join('\u0000'), pair])).values()];
  const rowsOf = (supplier: string, item: string) =>
    production.filter((row) => row.supplier === supplier && row.item === item);
  const volume = (supplier: string, item: string) => sum(rowsOf(supplier, item), (row) => row.quantity);
  const roleOf = (supplier: string, item: string): AwardRole => {
    if (known.pair(supplier, item).incumbent) return 'incumbent';
    const own = volume(supplier, item);
    if (own === 0) return 'standby';
    const isBefore = (rival: string) => volume(rival, item) > own || (volume(rival, item) === own && rival < supplier);
    return pairs.some(([rival, same]) => same === item && isBefore(rival)) ? 'second-source' : 'source';
  };
  const rows = pairs.map(([supplier, item]): AwardRow => {
    return {
      supplier,
      item,
      share: volume(supplier, item) / known.required.get(item)!,
      firstPeriod: rowsOf(supplier, item)[0]?.period ?? null,
      qualificationCost: known.pair(supplier, item).qualificationCost,
      role: roleOf(supplier, item),
    };
  });
  return byIds(rows, 'supplier', 'item');
}

/** Members with what is spent on them. */
export function membersOf(
  { scenario }: Known,
  { production, awards, certificates }: Pick<Plan, 'production' | 'awards' | 'certificates'>,
  onboarding: Readonly<Record<string, number>>,
): Plan['members'] {
  const spend = (supplier: string) => {
    const own = <Row extends { readonly supplier: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.supplier === supplier);
    const made = sum(own(production), ({ quantity, unitCost }) => quantity * unitCost);
    const once = sum(own(awards), (row) => row.qualificationCost) + sum(own(certificates), (row) => row.cost);
    return made + once + (onboarding[supplier] ?? 0);
  };
  const suppliers = [...new Set(awards.map(({ supplier }) => supplier))].sort();
  const total = sum(suppliers, spend);
  return suppliers.map((supplier) => {
    const own = awards.filter((row) => row.supplier === supplier);
    return {
      supplier,
      roles: [...new Set(own.map(({ role }) => role))].sort(),
      start: scenario.calendar.start,
      firstPeriod: own.flatMap(({ firstPeriod }) => firstPeriod ?? []).sort()[0] ?? null,
      spend: spend(supplier),
      share: total === 0 ? 0 : spend(supplier) / total,
    };
  });
}

/** What each planned period adds up to. */
export function rampUpOf(
  { scenario, demand, pair }: Known,
  planned: readonly Delivery[],
  production: readonly ProductionRow[],
): Plan['rampUp'] {
  const baseline = sum(demand, (row) => row.weight * (row.baseline ?? 0));
  return Array.from({ length: scenario.calendar.periods }, (_, at) => {
    const period = periodLabel(scenario.calendar, at + 1);
    const products = scenario.programmes.map(({ product }) => product);
    const own = planned.filter(
      ({ row }) => row.period === period && (products.length === 0 || products.includes(row.product)),
    );
    const delivered = (rows: readonly Delivery[]) => sum(rows, ({ weight, row }) => weight * row.delivered);
    const made = production.filter((row) => row.period === period);
    const perUnit = (supplier: string, item: string) => sum(pair(supplier, item).hours, ({ hours }) => hours);
    return {
      period,
      required: sum(own, ({ weight, row }) => weight * row.required),
      delivered: delivered(own),
      multiple: baseline === 0 ? null : delivered(own.filter((row) => row.baseline !== null)) / baseline,
      hours: sum(made, ({ supplier, item, quantity }) => quantity * perUnit(supplier, item)),
      hires: 0,
      capex: 0,
      prefinancing: null,
    };
  });
}
