import type { AimPrices, ItemPrices, PriceCertificate } from '../../../scenarios/domain/plan.ts';
import type { PlanningProblem } from '../../problem.ts';
import { copyOf } from './multipliers.ts';
import { priceNames } from './price-names.ts';
import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';

/**
 * Multipliers by name, to the last bit: every package with its prices, and all others that are not 0. `boundAt` gives the same bound for
 * what {@link multipliersFrom} makes of them. The arrays' own `most` goes with them where they are of the cost.
 */
export function certificateOf(problem: PlanningProblem, arrays: PriceProblem, multipliers: Multipliers): AimPrices {
  const { price, early, count, volume, shortfall } = multipliers;
  const { periods } = priceNames(problem, arrays);
  const itemPrices = (values: Float64Array): ItemPrices[] =>
    problem.packages.map(({ item }, number) => {
      const first = number * periods.length;
      return { item: item.item, prices: withoutZerosAtEnd(values.subarray(first, first + periods.length)) };
    });
  return {
    periods,
    most: arrays.priced ? arrays.most : null,
    theta: arrays.priced ? shortfall[0]! : 1,
    lambda: itemPrices(price),
    phi: itemPrices(early).filter(({ prices }) => prices.length > 0),
    pi: arrays.counts.map((name, row) => ({ ...name, price: count[row]! })).filter(({ price }) => price !== 0),
    tau: problem.pairs.flatMap(({ supplier, item }, pair) => {
      const price = volume[arrays.position[pair]!]!;
      return price === 0 ? [] : [{ supplier, item, price }];
    }),
  };
}

/** The certificate of a plan whose aims are bounded by these prices; none where both are bounded without. */
export const pricesFor = (shortfall: AimPrices | null, cost: AimPrices | null): PriceCertificate | undefined =>
  shortfall || cost ? { kind: 'prices', shortfall, cost } : undefined;

/**
 * Multipliers from their names, as far as the problem knows them: for a plan's bounds of this scenario, or to begin with where a
 * scenario was changed since. Prices of packages and periods that are not stated are the usual ones; all else that is not stated is 0.
 * What is stated for names that the problem does not know is skipped.
 */
export function multipliersFrom(
  problem: PlanningProblem,
  arrays: PriceProblem,
  stated: AimPrices,
  usual: Multipliers,
): Multipliers {
  const names = priceNames(problem, arrays);
  const columns = new Map(stated.periods.map((label, column) => [label, column]));
  const into = copyOf(usual);
  for (const kind of ['early', 'count', 'volume'] as const) into[kind].fill(0);
  const spread = (rows: readonly ItemPrices[], values: Float64Array) => {
    for (const { item, prices } of rows) {
      const number = names.packageOf(item);
      if (number === undefined) continue;
      names.periods.forEach((label, t) => {
        const column = columns.get(label);
        if (column !== undefined) values[number * names.periods.length + t] = prices[column] ?? 0;
      });
    }
  };
  spread(stated.lambda, into.price);
  spread(stated.phi, into.early);
  for (const { rule, item, price } of stated.pi) put(into.count, names.countOf(rule, item), price);
  for (const { supplier, item, price } of stated.tau) put(into.volume, names.pairOf(supplier, item), price);
  into.shortfall[0] = stated.theta;
  return into;
}

function put(values: Float64Array, at: number | undefined, value: number): void {
  if (at !== undefined) values[at] = value;
}

function withoutZerosAtEnd(values: Float64Array): readonly number[] {
  let length = values.length;
  while (length > 0 && values[length - 1] === 0) length -= 1;
  return [...values.subarray(0, length)];
}
