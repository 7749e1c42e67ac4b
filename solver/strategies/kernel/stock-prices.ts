import type { PriceProblem } from './price-problem.ts';

/*
 * Gross prices. For an item i that may grow on stock, the value of holding a unit over the end of t is
 *
 *   k[i,t] = holding + λ[i,t] − λ[i,t+1] + what its components cost ahead
 *
 * and must not be negative, else stock would pay without end. With E[i,t] = Σ_{τ ≥ t} of all in k[i,τ] but λ[i,·], the gross price
 * u[i,t] = λ[i,t] + E[i,t] (a unit with all that goes into it, and its holding to the end) turns that into: u[i,·] does not rise and is not
 * negative. Each item by itself, and a change of a component's price no longer shifts that of what contains it. For any other u = λ.
 */

/** λ → u, in place. */
export function toGross(problem: PriceProblem, prices: Float64Array): void {
  // What contains an item goes before it, whose price is then still λ.
  for (let place = problem.stockOrder.length - 1; place >= 0; place--)
    shift(problem, problem.stockOrder[place]!, prices, 1);
}

/** u → λ, in place. */
export function fromGross(problem: PriceProblem, prices: Float64Array): void {
  for (const stocked of problem.stockOrder) shift(problem, stocked, prices, -1);
}

function shift(problem: PriceProblem, stocked: number, prices: Float64Array, sign: number): void {
  const { stockPackage, mayGrow, stockCost, stockNeeds, periods } = problem;
  const { starts, rows, values } = stockNeeds;
  if (!mayGrow[stocked]) return;
  const first = stockPackage[stocked]! * periods;
  let ahead = 0;
  for (let t = periods - 1; t >= 0; t--) {
    const column = stocked * periods + t;
    ahead += stockCost[column]!;
    for (let at = starts[column]!; at < starts[column + 1]!; at++) {
      const row = rows[at]!;
      if (row < first || row >= first + periods) ahead += values[at]! * prices[row]!;
    }
    prices[first + t]! += sign * ahead;
  }
}

/** Slopes along λ → slopes along u, in place: the transpose of {@link fromGross}. */
export function toGrossSlopes(problem: PriceProblem, slopes: Float64Array): void {
  const { stockOrder, stockPackage, mayGrow, stockNeeds, periods } = problem;
  const { starts, rows, values } = stockNeeds;
  for (let place = stockOrder.length - 1; place >= 0; place--) {
    const stocked = stockOrder[place]!;
    if (!mayGrow[stocked]) continue;
    const first = stockPackage[stocked]! * periods;
    let before = 0;
    for (let t = 0; t < periods; t++) {
      const column = stocked * periods + t;
      before += slopes[first + t]!;
      for (let at = starts[column]!; at < starts[column + 1]!; at++) {
        const row = rows[at]!;
        if (row < first || row >= first + periods) slopes[row]! -= values[at]! * before;
      }
    }
  }
}

/** The nearest gross prices that do not rise and are not negative where stock may grow, in place; rows count by their weight. */
export function settleGross({ stockPackage, mayGrow, periods, dueWeight }: PriceProblem, gross: Float64Array): void {
  for (let stocked = 0; stocked < mayGrow.length; stocked++) {
    if (!mayGrow[stocked]) continue;
    const first = stockPackage[stocked]! * periods;
    fallOnly(gross, dueWeight, first, first + periods);
    for (let row = first; row < first + periods; row++) gross[row] = Math.max(0, gross[row]!);
  }
}

/** The nearest directions in which settled gross prices stay settled for a short step, in place. */
export function keepSettled(
  { stockPackage, mayGrow, periods, dueWeight }: PriceProblem,
  gross: Float64Array,
  directions: Float64Array,
): void {
  for (let stocked = 0; stocked < mayGrow.length; stocked++) {
    if (!mayGrow[stocked]) continue;
    const first = stockPackage[stocked]! * periods;
    const last = first + periods;
    for (let from = first, to = first; from < last; from = to) {
      const room = 1e-9 * Math.abs(gross[from]!);
      for (to = from + 1; to < last && gross[to - 1]! - gross[to]! <= room; ) to += 1;
      fallOnly(directions, dueWeight, from, to);
      for (let row = from; row < to && gross[row] === 0; row++) directions[row] = Math.max(0, directions[row]!);
    }
  }
}

/**
 * Replaces the values from … to − 1 by the nearest sequence that does not rise (pool adjacent violators: Ayer and others, Annals of
 * Mathematical Statistics 26, 1955).
 */
function fallOnly(values: Float64Array, weights: Float64Array, from: number, to: number): void {
  const starts: number[] = [];
  const levels: number[] = [];
  const sizes: number[] = [];
  for (let at = from; at < to; at++) {
    let [start, level, size] = [at, values[at]!, weights[at]!];
    while (levels.length > 0 && level > levels.at(-1)!) {
      const other = sizes.pop()!;
      level = (level * size + levels.pop()! * other) / (size + other);
      size += other;
      start = starts.pop()!;
    }
    starts.push(start);
    levels.push(level);
    sizes.push(size);
  }
  levels.forEach((level, block) => {
    values.fill(level, starts[block]!, starts[block + 1] ?? to);
  });
}
