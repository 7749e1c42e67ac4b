import type { PlanningProblem } from '../../problem.ts';

/** The least that transport can cost, from fixed prices ρ[lane, end] and γ[item]. */
export interface TransportFloors {
  /** Euro for each unit that an OEM assembles or gets: price · perUnit[t]. */
  readonly toOem: readonly {
    readonly item: string;
    readonly consumer: string;
    readonly perUnit: Float64Array;
    readonly price: number;
  }[];
  /** By pair of a maker: euro for one unit completed in period t − 1 of what it ships in. */
  readonly toPair: ReadonlyMap<number, Float64Array>;
  /** Euro that units need not be shipped because they were there at the start. */
  readonly credit: number;
}

/**
 * The rows of `shipping` relaxed at fixed prices: each use costs the way from the nearest source, ρ = min_s cost[s, end], and what is on
 * hand at the start saves the dearest of these, γ = max ρ. `sent` is left out. Any ρ ≤ cost and γ ≥ ρ are dual feasible, since f and g
 * are only bounded below.
 */
export function transportFloors({ lanes, startStock, horizon }: PlanningProblem): TransportFloors {
  const toOem: TransportFloors['toOem'][number][] = [];
  const toPair = new Map<number, Float64Array>();
  const dearest = new Map<string, number>();
  for (const { item, consumer, perUnit, sources, ends } of lanes) {
    if (sources.length === 0) continue;
    for (const { pair, cost } of ends) {
      const price = Math.min(...cost);
      dearest.set(item, Math.max(price, dearest.get(item) ?? 0));
      if (pair === null) toOem.push({ item, consumer, perUnit, price });
      else {
        const own = toPair.get(pair) ?? new Float64Array(horizon);
        toPair.set(pair, own);
        for (let t = 1; t <= horizon; t++) own[t - 1]! += price * perUnit[t]!;
      }
    }
  }
  const credit = [...dearest].reduce((sum, [item, price]) => sum + price * (startStock.get(item) ?? 0), 0);
  return { toOem, toPair, credit };
}
