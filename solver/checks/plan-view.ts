import type { AwardRow, Plan } from '../../scenarios/domain/plan.ts';
import type { PeriodIndex, Units } from '../../scenarios/domain/units.ts';
import { entry } from './entry.ts';
import type { MaterialView } from './scenario-view.ts';

/** What a supplier makes of an item. */
export interface Volume {
  readonly supplier: string;
  readonly item: string;
  /** Index t = 1..T. */
  readonly units: Float64Array;
  readonly total: Units;
  /** First period with output. */
  readonly first: PeriodIndex;
}

/** The rows of a plan by what they speak of. Rows of zero and of unknown periods are left out: the check `rows` names them. */
export interface PlanView {
  readonly volumes: readonly Volume[];
  readonly volumeOf: (supplier: string, item: string) => Volume | undefined;
  /** Made of an item by all suppliers, index t = 1..T. */
  readonly madeOf: (item: string) => Float64Array | undefined;
  readonly awardOf: (supplier: string, item: string) => AwardRow | undefined;
  readonly awardsOfItem: ReadonlyMap<string, readonly AwardRow[]>;
  /** Period in which a member starts, as the plan says; 1 where it says none that is planned. */
  readonly startOf: (supplier: string) => PeriodIndex;
  /** Members, each with its awards. */
  readonly awardsOfSupplier: ReadonlyMap<string, readonly AwardRow[]>;
  /** Units delivered of a product or item with independent demand, index t = 1..T+L. */
  readonly deliveredOf: (item: string) => Float64Array | undefined;
  /** Items on hand at some time, index t = 0..T; at 0 what is on hand at the start. */
  readonly stock: ReadonlyMap<string, Float64Array>;
}

/** Indexes the rows of a plan once, for all checks. */
export function planView(stated: MaterialView, plan: Plan): PlanView {
  const volumes = volumesOf(stated, plan);
  const bySupplier = new Map<string, Map<string, Volume>>();
  const made = new Map<string, Float64Array>();
  for (const volume of volumes) {
    entry(bySupplier, volume.supplier, () => new Map<string, Volume>()).set(volume.item, volume);
    const sum = entry(made, volume.item, () => new Float64Array(stated.horizon + 1));
    for (let t = 1; t < sum.length; t++) sum[t]! += volume.units[t]!;
  }
  const awardsOfItem = new Map<string, AwardRow[]>();
  const awardsOfSupplier = new Map<string, AwardRow[]>();
  const awards = new Map<string, Map<string, AwardRow>>();
  for (const row of plan.awards) {
    entry(awardsOfItem, row.item, () => []).push(row);
    entry(awardsOfSupplier, row.supplier, () => []).push(row);
    entry(awards, row.supplier, () => new Map<string, AwardRow>()).set(row.item, row);
  }
  const delivered = deliveries(stated, plan);
  const starts = new Map(plan.members.map(({ supplier, start }) => [supplier, planned(stated, start) ?? 1]));
  return {
    volumes,
    volumeOf: (supplier, item) => bySupplier.get(supplier)?.get(item),
    madeOf: (item) => made.get(item),
    awardOf: (supplier, item) => awards.get(supplier)?.get(item),
    startOf: (supplier) => starts.get(supplier) ?? 1,
    awardsOfItem,
    awardsOfSupplier,
    deliveredOf: (item) => delivered.get(item),
    stock: stockOnHand(stated, plan),
  };
}

function volumesOf(stated: MaterialView, plan: Plan): readonly Volume[] {
  const units = new Map<string, Map<string, Float64Array>>();
  for (const row of plan.production) {
    const t = planned(stated, row.period);
    if (t === undefined || row.quantity === 0) continue;
    const own = entry(units, row.supplier, () => new Map<string, Float64Array>());
    entry(own, row.item, () => new Float64Array(stated.horizon + 1))[t]! += row.quantity;
  }
  return [...units].flatMap(([supplier, own]) =>
    [...own].map(([item, perPeriod]) => ({
      supplier,
      item,
      units: perPeriod,
      total: perPeriod.reduce((sum, made) => sum + made, 0),
      first: perPeriod.findIndex((made) => made !== 0),
    })),
  );
}

function deliveries(stated: MaterialView, plan: Plan): ReadonlyMap<string, Float64Array> {
  const delivered = new Map<string, Float64Array>();
  for (const row of [...plan.products, ...plan.continuation]) {
    const t = stated.indexOf(row.period);
    if (t !== undefined && t > 0)
      entry(delivered, row.product, () => new Float64Array(stated.end + 1))[t] = row.delivered;
  }
  return delivered;
}

function stockOnHand(stated: MaterialView, plan: Plan): ReadonlyMap<string, Float64Array> {
  const stock = new Map<string, Float64Array>();
  const seriesOf = (item: string) => entry(stock, item, () => new Float64Array(stated.horizon + 1));
  for (const item of stated.scenario.items) {
    if (item.stock > 0) seriesOf(item.item)[0] = item.stock;
  }
  for (const row of plan.stock) {
    const t = planned(stated, row.period);
    if (t !== undefined) seriesOf(row.item)[t] = row.quantity;
  }
  return stock;
}

/** Index of a label within 1..T, or undefined. */
function planned(stated: MaterialView, label: string): PeriodIndex | undefined {
  const t = stated.indexOf(label);
  return t === undefined || t < 1 || t > stated.horizon ? undefined : t;
}
