import { createPeriodProgram, type PeriodProgram, solvePeriod } from './period-program.ts';
import type { PriceProblem } from './price-problem.ts';
import { sortDescending } from './sort-descending.ts';

/** Room to work in for the supplier subproblems, as large as the largest needs. */
export interface Knapsack {
  /** Pairs that may pay in some period, and what a unit of each costs; awards that pay by themselves. */
  readonly open: Int32Array;
  readonly cost: Float64Array;
  readonly awarded: Uint8Array;
  /** The pairs of the items of one period, with their earnings and most units in the program. */
  readonly item: Int32Array;
  readonly program: PeriodProgram;
  /** How many of each expansion the hours are taken with, in fractions, and what the hours of one are worth at their prices. */
  readonly expanded: Float64Array;
  readonly worth: Float64Array;
  /** What is made, over all periods. */
  readonly taken: {
    count: number;
    readonly pair: Int32Array;
    readonly period: Uint16Array;
    readonly units: Float64Array;
  };
}

export function createKnapsack(problem: PriceProblem): Knapsack {
  const { pairStarts, processStarts, expansionStarts, suppliers, periods } = problem;
  let [pairs, processes, expansions] = [0, 0, 0];
  for (let s = 0; s < suppliers; s++) {
    pairs = Math.max(pairs, pairStarts[s + 1]! - pairStarts[s]!);
    processes = Math.max(processes, processStarts[s + 1]! - processStarts[s]!);
    expansions = Math.max(expansions, expansionStarts[s + 1]! - expansionStarts[s]!);
  }
  const all = pairs * periods;
  return {
    open: new Int32Array(pairs),
    cost: new Float64Array(pairs),
    awarded: new Uint8Array(pairs),
    item: new Int32Array(pairs),
    program: createPeriodProgram(pairs, processes),
    expanded: new Float64Array(expansions),
    worth: new Float64Array(expansions),
    taken: { count: 0, pair: new Int32Array(all), period: new Uint16Array(all), units: new Float64Array(all) },
  };
}

/**
 * The most that the first `items` of the sack earn in one period,
 *
 *   max Σ margin·x,  x ≤ most,  Σ_w h[w,p]·x ≤ cap[p]   =   min_{η ≥ 0} Σ_p η[p]·cap[p] + Σ_w most·(margin − Σ_p h[w,p]·η[p])⁺
 *
 * given as the right side at prices η of hours that are nearly or exactly best, which bounds it from above whatever they are: from a
 * fractional knapsack where each item uses one process, else from a small simplex. The prices are those with the expansions of the sack;
 * what the hours of one are worth in this period is added to its worth.
 */
export function bestOfPeriod(problem: PriceProblem, s: number, t: number, items: number, sack: Knapsack): number {
  const { periods, processStarts, capacity, expansionStarts, expansionProcess, expansionHours, expansionFrom } =
    problem;
  const { program, taken, item } = sack;
  const { hourPrice, hours, cap, margin, most, units } = program;
  const first = processStarts[s]!;
  const processes = processStarts[s + 1]! - first;
  for (let k = 0; k < processes; k++) cap[k] = capacity[(first + k) * periods + t]!;
  const [from, to] = [expansionStarts[s]!, expansionStarts[s + 1]!];
  for (let own = from; own < to; own++)
    if (t >= expansionFrom[own]!) cap[expansionProcess[own]!]! += expansionHours[own]! * sack.expanded[own - from]!;
  if (readHours(problem, s, t, items, sack)) solvePeriod(program, items, processes);
  else fillProcesses(items, processes, sack);
  let value = 0;
  for (let k = 0; k < processes; k++) value += hourPrice[k]! * capacity[(first + k) * periods + t]!;
  for (let own = from; own < to; own++)
    if (t >= expansionFrom[own]!) sack.worth[own - from]! += expansionHours[own]! * hourPrice[expansionProcess[own]!]!;
  for (let at = 0; at < items; at++) {
    let left = margin[at]!;
    for (let k = 0; k < processes; k++) left -= hours[at * processes + k]! * hourPrice[k]!;
    value += most[at]! * Math.max(0, left);
    if (units[at] === 0) continue;
    taken.pair[taken.count] = item[at]!;
    taken.period[taken.count] = t;
    taken.units[taken.count++] = units[at]!;
  }
  return value;
}

/** Hours of the items by process; no item makes more than one process alone can ever leave it. True where an item uses several. */
function readHours(problem: PriceProblem, s: number, t: number, items: number, { item, program }: Knapsack): boolean {
  const { stepStarts, stepProcess, stepHours, processStarts, reachable, periods } = problem;
  const { hours, most } = program;
  const processes = processStarts[s + 1]! - processStarts[s]!;
  hours.fill(0, 0, items * processes);
  let several = false;
  for (let at = 0; at < items; at++) {
    let used = 0;
    for (let step = stepStarts[item[at]!]!; step < stepStarts[item[at]! + 1]!; step++) {
      const [k, needed] = [stepProcess[step]!, stepHours[step]!];
      if (!(needed > 0)) continue;
      used += 1;
      hours[at * processes + k]! += needed;
      most[at] = Math.min(most[at]!, reachable[(processStarts[s]! + k) * periods + t]! / needed);
    }
    several ||= used > 1;
  }
  return several;
}

/** Process by process the items that earn most for an hour, until the hours are used up. */
function fillProcesses(items: number, processes: number, { program }: Knapsack): void {
  const { hours, cap, most, margin, units, hourPrice, ratio, order } = program;
  for (let at = 0; at < items; at++) units[at] = most[at]!;
  for (let k = 0; k < processes; k++) {
    hourPrice[k] = 0;
    let count = 0;
    let wanted = 0;
    for (let at = 0; at < items; at++) {
      const needed = hours[at * processes + k]!;
      if (needed === 0) continue;
      wanted += needed * most[at]!;
      ratio[at] = margin[at]! / needed;
      order[count++] = at;
    }
    if (wanted <= cap[k]!) continue;
    sortDescending(order, ratio, count);
    let left = cap[k]!;
    for (let place = 0; place < count; place++) {
      const at = order[place]!;
      const needed = hours[at * processes + k]!;
      units[at] = Math.min(most[at]!, left / needed);
      if (hourPrice[k] === 0 && units[at]! < most[at]!) hourPrice[k] = ratio[at]!;
      left = Math.max(0, left - needed * units[at]!);
    }
  }
}
