import type { PlanningProblem } from '../../problem.ts';

/** Deliveries, stock and needs when everything due is delivered and no more is made ahead than safety stock asks for. */
export interface UsualFlow {
  /** Units delivered of a demand and on hand of a stocked item, by their position; index 0 of stock is what is on hand at the start. */
  readonly delivered: readonly Float64Array[];
  readonly stock: readonly Float64Array[];
  /** Units of each package to complete in t = 1 … T, by item; index 0 unused. */
  readonly completed: ReadonlyMap<string, Float64Array>;
}

/**
 * Follows needs from products down to components: stock on hand is used first, and where an item has a safety stock it is filled up as
 * soon as it counts. What is to be completed is never less than 0.
 */
export function usualFlow(
  problem: PlanningProblem,
  delivered: readonly Float64Array[] = problem.demands.map(({ required }) => required),
): UsualFlow {
  const { horizon, stocked, packages, levels, needs } = problem;
  const stock = stocked.map(() => new Float64Array(horizon + 1));
  const need = (item: string, t: number) =>
    needs(item, t).reduce(
      (sum, { kind, of, at, quantity }) =>
        sum + quantity * (kind === 'delivery' ? delivered[of]![at]! : stock[of]![at]!),
      0,
    );
  const topDown = [...stocked.keys()].sort(
    (left, right) => (levels.get(stocked[left]!.item) ?? 0) - (levels.get(stocked[right]!.item) ?? 0) || left - right,
  );
  for (const of of topDown) {
    const { item, initial, safety, safetyFrom } = stocked[of]!;
    const own = stock[of]!;
    own[0] = initial;
    for (let t = 1; t <= horizon; t++) {
      const left = own[t - 1]! - Math.max(0, need(item, t));
      own[t] = Math.max(0, left, t >= safetyFrom ? safety : 0);
    }
  }
  const number = new Map(stocked.map(({ item }, of) => [item, of]));
  const completed = packages.map(({ item }) => {
    const own = number.has(item.item) ? stock[number.get(item.item)!] : undefined;
    const units = (t: number) => need(item.item, t) + (own ? own[t]! - own[t - 1]! : 0);
    return [
      item.item,
      Float64Array.from({ length: horizon + 1 }, (_, t) => (t === 0 ? 0 : Math.max(0, units(t)))),
    ] as const;
  });
  return { delivered, stock, completed: new Map(completed) };
}
