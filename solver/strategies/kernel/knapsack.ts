import type { PriceProblem } from './price-problem.ts';

/** Room to work in for the supplier subproblems, as large as the largest needs. */
export interface Knapsack {
  readonly open: Int32Array;
  readonly cost: Float64Array;
  readonly awarded: Uint8Array;
  /** The items of one period: pair, earnings per unit, most units; and what the hours leave of the earnings. */
  readonly item: Int32Array;
  readonly margin: Float64Array;
  readonly most: Float64Array;
  readonly left: Float64Array;
  readonly ratio: Float64Array;
  readonly order: Int32Array;
  /** By process: price and hours left. */
  readonly hourPrice: Float64Array;
  readonly hoursLeft: Float64Array;
  /** What is made, over all periods. */
  readonly taken: {
    count: number;
    readonly pair: Int32Array;
    readonly period: Uint16Array;
    readonly units: Float64Array;
  };
}

export function createKnapsack({ pairStarts, processStarts, suppliers, periods }: PriceProblem): Knapsack {
  let [pairs, processes] = [0, 0];
  for (let s = 0; s < suppliers; s++) {
    pairs = Math.max(pairs, pairStarts[s + 1]! - pairStarts[s]!);
    processes = Math.max(processes, processStarts[s + 1]! - processStarts[s]!);
  }
  const [all, figures] = [pairs * periods, () => new Float64Array(pairs)];
  return {
    open: new Int32Array(pairs),
    cost: figures(),
    awarded: new Uint8Array(pairs),
    item: new Int32Array(pairs),
    margin: figures(),
    most: figures(),
    left: figures(),
    ratio: figures(),
    order: new Int32Array(pairs),
    hourPrice: new Float64Array(processes),
    hoursLeft: new Float64Array(processes),
    taken: { count: 0, pair: new Int32Array(all), period: new Uint16Array(all), units: new Float64Array(all) },
  };
}

/** Passes over the processes of a supplier whose pairs need several of them. */
const PASSES = 6;

/**
 * A bound from above on what the first `items` of the sack earn in one period, exact where each uses one process:
 *
 *   max Σ margin·x,  x ≤ most,  Σ_w h[w,p]·x ≤ cap[p]   is at most   Σ_p η[p]·cap[p] + Σ_w most·(margin − Σ_p h[w,p]·η[p])⁺   for any η ≥ 0
 *
 * η is improved process by process: with the others fixed the best η[p] is the ratio at which a fractional knapsack is full. No item makes
 * more than one process alone leaves it. `fill` also takes units that fit, the best first.
 */
export function bestOfPeriod(
  problem: PriceProblem,
  s: number,
  t: number,
  items: number,
  sack: Knapsack,
  fill: boolean,
): number {
  const { processStarts, capacity, periods, stepStarts, stepProcess, stepHours } = problem;
  const first = processStarts[s]!;
  const processes = processStarts[s + 1]! - first;
  const { item, margin, most, left, hourPrice } = sack;
  let several = false;
  for (let at = 0; at < items; at++) {
    const pair = item[at]!;
    left[at] = margin[at]!;
    several ||= stepStarts[pair + 1]! - stepStarts[pair]! > 1;
    for (let step = stepStarts[pair]!; step < stepStarts[pair + 1]!; step++) {
      if (stepHours[step]! > 0)
        most[at] = Math.min(most[at]!, capacity[(first + stepProcess[step]!) * periods + t]! / stepHours[step]!);
    }
  }
  hourPrice.fill(0, 0, processes);
  for (let pass = 0, moved = true; moved && pass < (several ? PASSES : 1); pass++) {
    moved = false;
    for (let k = 0; k < processes; k++) {
      const before = hourPrice[k]!;
      hourPrice[k] = priceOfHours(problem, k, capacity[(first + k) * periods + t]!, items, sack);
      moved ||= Math.abs(hourPrice[k]! - before) > 1e-9 * before;
    }
  }
  let value = 0;
  for (let k = 0; k < processes; k++) value += hourPrice[k]! * capacity[(first + k) * periods + t]!;
  for (let at = 0; at < items; at++) value += most[at]! * Math.max(0, left[at]!);
  if (fill) takeUnits(problem, s, t, items, sack);
  return value;
}

/** The ratio of earnings to hours of process k at which its hours are used up; brings `left` up to date. */
function priceOfHours(problem: PriceProblem, k: number, hours: number, items: number, sack: Knapsack): number {
  const { item, most, left, ratio, order, hourPrice } = sack;
  let wanted = 0;
  let count = 0;
  for (let at = 0; at < items; at++) {
    const needed = hoursOf(problem, item[at]!, k);
    if (needed === 0) continue;
    left[at]! += needed * hourPrice[k]!;
    if (left[at]! <= 0) continue;
    wanted += needed * most[at]!;
    ratio[at] = left[at]! / needed;
    order[count++] = at;
  }
  let price = 0;
  if (wanted > hours) {
    sortDescending(order, ratio, count);
    let used = 0;
    for (let place = 0; place < count; place++) {
      const at = order[place]!;
      used += hoursOf(problem, item[at]!, k) * most[at]!;
      if (used < hours) continue;
      price = ratio[at]!;
      break;
    }
  }
  for (let at = 0; at < items; at++) left[at]! -= hoursOf(problem, item[at]!, k) * price;
  return price;
}

function hoursOf({ stepStarts, stepProcess, stepHours }: PriceProblem, pair: number, k: number): number {
  let hours = 0;
  for (let step = stepStarts[pair]!; step < stepStarts[pair + 1]!; step++)
    if (stepProcess[step] === k) hours += stepHours[step]!;
  return hours;
}

/** Units that fit, those that earn most beyond the price of their hours first. */
function takeUnits(problem: PriceProblem, s: number, t: number, items: number, sack: Knapsack): void {
  const { processStarts, capacity, periods, stepStarts, stepProcess, stepHours } = problem;
  const { item, most, margin, left, ratio, order, hoursLeft, taken } = sack;
  const first = processStarts[s]!;
  for (let k = 0; k < processStarts[s + 1]! - first; k++) hoursLeft[k] = capacity[(first + k) * periods + t]!;
  for (let at = 0; at < items; at++) {
    order[at] = at;
    ratio[at] = left[at]! / margin[at]!;
  }
  sortDescending(order, ratio, items);
  for (let place = 0; place < items; place++) {
    const at = order[place]!;
    if (ratio[at]! < -1e-9) break;
    const pair = item[at]!;
    let units = most[at]!;
    for (let step = stepStarts[pair]!; step < stepStarts[pair + 1]!; step++)
      if (stepHours[step]! > 0) units = Math.min(units, hoursLeft[stepProcess[step]!]! / stepHours[step]!);
    if (units <= 0) continue;
    for (let step = stepStarts[pair]!; step < stepStarts[pair + 1]!; step++)
      hoursLeft[stepProcess[step]!]! -= units * stepHours[step]!;
    taken.pair[taken.count] = pair;
    taken.period[taken.count] = t;
    taken.units[taken.count++] = units;
  }
}

/** Sorts the first `count` of the order by falling ratio; equal ones keep their order. */
function sortDescending(order: Int32Array, ratio: Float64Array, count: number): void {
  if (count > 32) {
    order.subarray(0, count).sort((left, right) => ratio[right]! - ratio[left]! || left - right);
    return;
  }
  for (let at = 1; at < count; at++) {
    const moved = order[at]!;
    let place = at;
    while (place > 0 && ratio[order[place - 1]!]! < ratio[moved]!) {
      order[place] = order[place - 1]!;
      place -= 1;
    }
    order[place] = moved;
  }
}
