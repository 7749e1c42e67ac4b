import type { PriceProblem } from './price-problem.ts';

/**
 * The prices next to the given ones at which no unit that may be built ahead earns anything by lying on stock, in place: with
 *
 *   k[i,t] = holding + λ[i,t] − λ[i,t+1] + what its components cost ahead ≥ 0   for each stocked item i that may grow
 *
 * so that stock is best at its least. Components go before what contains them: with E[t] = Σ_{τ ≥ t} of all but λ[i,·] in k[i,τ], the
 * sequence λ[i,t] + E[t] must not rise and not be negative; it is replaced by the nearest such one (pool adjacent violators: Ayer and
 * others, Annals of Mathematical Statistics 26, 1955).
 */
export function settleStockPrices(problem: PriceProblem, prices: Float64Array): void {
  const { stockOrder, stockPackage, mayGrow, stockCost, stockNeeds, periods } = problem;
  const { starts, rows, values } = stockNeeds;
  const level = new Float64Array(periods);
  const size = new Int32Array(periods);
  const ahead = new Float64Array(periods + 1);
  for (const stocked of stockOrder) {
    if (!mayGrow[stocked]) continue;
    const first = stockPackage[stocked]! * periods;
    for (let t = periods - 1; t >= 0; t--) {
      const column = stocked * periods + t;
      let rest = stockCost[column]!;
      for (let at = starts[column]!; at < starts[column + 1]!; at++) {
        const row = rows[at]!;
        if (row < first || row >= first + periods) rest += values[at]! * prices[row]!;
      }
      ahead[t] = rest + ahead[t + 1]!;
    }
    let blocks = 0;
    for (let t = 0; t < periods; t++) {
      level[blocks] = prices[first + t]! + ahead[t]!;
      size[blocks] = 1;
      blocks += 1;
      while (blocks > 1 && level[blocks - 1]! > level[blocks - 2]!) {
        const [before, last] = [size[blocks - 2]!, size[blocks - 1]!];
        level[blocks - 2] = (level[blocks - 2]! * before + level[blocks - 1]! * last) / (before + last);
        size[blocks - 2] = before + last;
        blocks -= 1;
      }
    }
    for (let block = 0, t = 0; block < blocks; block++) {
      for (let end = t + size[block]!; t < end; t++) prices[first + t] = Math.max(0, level[block]!) - ahead[t]!;
    }
  }
}
