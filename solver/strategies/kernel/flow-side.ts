import { boundByPipeline } from '../../constraints/pipeline.ts';
import type { NeedTerm } from '../../needs.ts';
import type { PlanningProblem } from '../../problem.ts';
import { type GroupedTerms, type GroupTerm, groupTerms } from './grouped-terms.ts';
import type { TransportFloors } from './transport-floors.ts';

/** What is delivered and what is on hand, as columns over the rows of the packages' balances. */
export interface FlowSide {
  /** Deliveries of demand d stand at demandStarts[d] … demandStarts[d + 1] − 1, one for each period and those after the last. */
  readonly demandStarts: Int32Array;
  readonly weight: Float64Array;
  readonly carried: boolean;
  /** Units due, by delivery. */
  readonly due: Float64Array;
  /** Euro for one unit delivered, apart from packages: bought items, the way to the OEM. */
  readonly deliveryCost: Float64Array;
  /** By delivery: units of each row. */
  readonly deliveryNeeds: GroupedTerms;
  readonly mayGrow: Uint8Array;
  readonly initial: Float64Array;
  /** Least stock, by stocked item and period. */
  readonly leastStock: Float64Array;
  /** Euro for one unit on hand at the end of a period, by stocked item and period. */
  readonly stockCost: Float64Array;
  /** By stocked item and period: units of each row, its own growth included. */
  readonly stockNeeds: GroupedTerms;
  /** Package of each stocked item, −1 where it has none; and the stocked items, components before what contains them. */
  readonly stockPackage: Int32Array;
  readonly stockOrder: Int32Array;
  /** Units of each row that are fixed: stock on hand at the start covers need. */
  readonly fixedNeed: Float64Array;
  readonly fixedCost: number;
  /** By row: the most units completed up to it where the pipeline holds no more components; infinite in any other. */
  readonly earlyRoom: Float64Array;
  /** Units due of each row at full demand, at least a quarter of the package's mean: how much a change of its price weighs. */
  readonly dueWeight: Float64Array;
}

export function flowSide(problem: PlanningProblem, priced: 0 | 1, floors: TransportFloors): FlowSide {
  const { demands, stocked, horizon, packages, levels } = problem;
  const demandStarts = new Int32Array(demands.length + 1);
  demands.forEach(({ required }, d) => {
    demandStarts[d + 1] = demandStarts[d]! + required.length - 1;
  });
  const deliveries = demandStarts[demands.length]!;
  const fixedNeed = new Float64Array(packages.length * horizon);
  const deliveryCost = new Float64Array(deliveries);
  const stockCost = new Float64Array(stocked.length * horizon);
  let fixedCost = 0;
  const ofDeliveries: GroupTerm[] = [];
  const ofStock: GroupTerm[] = [];
  const add = (row: number, { kind, of, at, quantity: value }: NeedTerm) => {
    if (kind === 'delivery') ofDeliveries.push({ group: demandStarts[of]! + at - 1, row, value });
    else if (at === 0) fixedNeed[row]! += value * stocked[of]!.initial;
    else ofStock.push({ group: of * horizon + at - 1, row, value });
  };
  const charge = (price: number, { kind, of, at, quantity }: NeedTerm) => {
    if (kind === 'delivery') deliveryCost[demandStarts[of]! + at - 1]! += price * quantity;
    else if (at === 0) fixedCost += price * quantity * stocked[of]!.initial;
    else stockCost[of * horizon + at - 1]! += price * quantity;
  };

  const numberOf = new Map(packages.map(({ item }, number) => [item.item, number]));
  const stockOf = new Map(stocked.map(({ item }, number) => [item, number]));
  packages.forEach(({ item }, number) => {
    for (let t = 1; t <= horizon; t++) {
      const row = number * horizon + t - 1;
      for (const term of completedTerms(problem, stockOf, item.item, t)) add(row, term);
    }
  });
  if (priced) {
    for (const { item, unitCost } of problem.unconstrained) {
      for (let t = 1; t <= horizon; t++)
        for (const term of completedTerms(problem, stockOf, item.item, t)) charge(unitCost, term);
    }
    stocked.forEach(({ holdingCost }, of) => {
      for (let t = 1; t <= horizon; t++) charge(holdingCost, { kind: 'stock', of, at: t, quantity: 1 });
    });
    fixedCost -= floors.credit;
    for (const { consumer, item, perUnit, price } of floors.toOem) {
      const of = demands.findIndex((entry) => entry.item === consumer);
      for (let t = 1; t <= horizon; t++) {
        const terms =
          consumer === item
            ? [{ kind: 'delivery', of, at: t, quantity: 1 } as const]
            : completedTerms(problem, stockOf, consumer, t);
        for (const term of terms) charge(price * perUnit[t]!, term);
      }
    }
  }

  const leastStock = new Float64Array(stocked.length * horizon);
  stocked.forEach(({ safety, safetyFrom, mayGrow }, of) => {
    for (let t = 1; t <= horizon; t++) leastStock[of * horizon + t - 1] = mayGrow && t >= safetyFrom ? safety : 0;
  });
  const isBound = boundByPipeline(problem);
  const level = (of: number) => levels.get(stocked[of]!.item) ?? 0;
  return {
    demandStarts,
    weight: Float64Array.from(demands, ({ weight }) => weight),
    carried: problem.scenario.policy.backlog === 'carried',
    due: Float64Array.from(demands.flatMap(({ required }) => [...required.subarray(1)])),
    deliveryCost,
    deliveryNeeds: groupTerms(deliveries, ofDeliveries),
    mayGrow: Uint8Array.from(stocked, ({ mayGrow }) => (mayGrow ? 1 : 0)),
    initial: Float64Array.from(stocked, ({ initial }) => initial),
    leastStock,
    stockCost,
    stockNeeds: groupTerms(stocked.length * horizon, ofStock),
    stockPackage: Int32Array.from(stocked, ({ item }) => numberOf.get(item) ?? -1),
    stockOrder: Int32Array.from([...stocked.keys()].sort((left, right) => level(right) - level(left) || left - right)),
    fixedNeed,
    fixedCost,
    earlyRoom: Float64Array.from(packages.flatMap((entry) => earlyRoomOf(entry, horizon, isBound(entry.item)))),
    dueWeight: Float64Array.from(packages.flatMap(weightsOf)),
  };
}

/** `pipeline` of a package: Σ_{τ ≤ t} completed ≤ Σ_{τ ≤ t} required in its first lead time. */
function earlyRoomOf(
  { item, required }: PlanningProblem['packages'][number],
  horizon: number,
  isBound: boolean,
): readonly number[] {
  let room = 0;
  return Array.from({ length: horizon }, (_, t) => {
    room += required[t + 1]!;
    return isBound && t < item.leadTime ? room : Number.POSITIVE_INFINITY;
  });
}

function weightsOf({ required, total }: PlanningProblem['packages'][number]): readonly number[] {
  const least = total / (required.length - 1) / 4;
  return [...required.subarray(1)].map((units) => Math.max(units, least));
}

/** What is completed of an item that is had as needed: its need and the growth of its stock. */
function completedTerms(
  { needs }: PlanningProblem,
  stockOf: ReadonlyMap<string, number>,
  item: string,
  t: number,
): readonly NeedTerm[] {
  const of = stockOf.get(item);
  if (of === undefined) return needs(item, t);
  const growth = [
    { kind: 'stock', of, at: t, quantity: 1 },
    { kind: 'stock', of, at: t - 1, quantity: -1 },
  ] as const;
  return [...needs(item, t), ...growth];
}
