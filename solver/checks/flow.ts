import type { PlanView } from './plan-view.ts';
import type { MaterialView } from './scenario-view.ts';
import { type Series, series, walkBom } from './walk-bom.ts';

/** What the plan completes and needs of every item, as it follows from production, deliveries and stock. */
export interface Flow {
  /** Units completed per period; undefined for an item that the plan never touches. */
  readonly completed: (item: string) => Series | undefined;
  /** Units that deliveries and the parents completed take; undefined likewise. */
  readonly needed: (item: string) => Series | undefined;
}

/**
 * Walks the plan down the bill of materials. In 1..T a work package is completed as its production rows say; of any other item
 * what is needed is completed, less what comes out of stock (never less than nothing). After T stock does not change and
 * everything is completed as needed; before the start nothing is planned.
 */
export function flow(stated: MaterialView, view: PlanView): Flow {
  const { span, horizon, end } = stated;
  const needed = new Map<string, Series>();
  for (const { item } of stated.demand) {
    const delivered = view.deliveredOf(item);
    if (!delivered) continue;
    const needs = series(span);
    for (let t = 1; t <= end; t++) needs.add(t, delivered[t]!);
    needed.set(item, needs);
  }
  const completed = new Map<string, Series>();
  walkBom(stated.scenario, stated.structure, span, needed, (item, needs) => {
    const made = stated.packages.has(item) ? (view.madeOf(item) ?? new Float64Array(horizon + 1)) : undefined;
    const stock = view.stock.get(item);
    if (!needs && !made && !stock) return undefined;
    const units = series(span);
    for (let t = 1; t <= horizon; t++) {
      units.add(t, made ? made[t]! : Math.max(0, (needs?.at(t) ?? 0) + growth(stock, t)));
    }
    for (let t = horizon + 1; t <= end; t++) units.add(t, needs?.at(t) ?? 0);
    completed.set(item, units);
    return units;
  });
  return { completed: (item) => completed.get(item), needed: (item) => needed.get(item) };
}

/** stock[t] − stock[t−1]. */
const growth = (stock: Float64Array | undefined, t: number): number => (stock ? stock[t]! - stock[t - 1]! : 0);
