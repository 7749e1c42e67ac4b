import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';

/**
 * How large the terms of a bound may be that cancel in it: each multiplier times the units that it prices, in size. The bound is exact to
 * about the 16th digit of this figure.
 */
export function sizeOfTerms(problem: PriceProblem, { price, early, count, volume, shortfall }: Multipliers): number {
  const { dueWeight, earlyRoom, mostUnits, least, greatest, most, weight, demandStarts, due } = problem;
  let size = 0;
  const add = (multiplier: number, units: number) => {
    if (multiplier !== 0) size += Math.abs(multiplier) * Math.max(1, Number.isFinite(units) ? units : 0);
  };
  for (let row = 0; row < price.length; row++) {
    add(price[row]!, dueWeight[row]!);
    add(early[row]!, earlyRoom[row]!);
  }
  for (let row = 0; row < count.length; row++) add(count[row]!, count[row]! > 0 ? least[row]! : greatest[row]!);
  for (let pair = 0; pair < volume.length; pair++) add(volume[pair]!, mostUnits[pair]!);
  let missing = most;
  weight.forEach((each, demand) => {
    for (let column = demandStarts[demand]!; column < demandStarts[demand + 1]!; column++)
      missing += each * due[column]!;
  });
  add(shortfall[0]!, missing);
  return size;
}
