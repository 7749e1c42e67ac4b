import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';

/** What a multiplier usually is, in euro for its unit: the length of its largest steps. */
export type Reach = { readonly [Kind in keyof Multipliers]: (at: number) => number };

/**
 * Prices to begin with: for each package the cheapest unit, award and membership spread over what they could make; shortfall at twice
 * what deliveries then cost at most. Where shortfall is the aim: nothing, which shows that it is not negative.
 */
export function startingPrices(problem: PriceProblem): Multipliers {
  const { packages, periods, priced, deliveryCost, deliveryNeeds, demandStarts, weight } = problem;
  const price = new Float64Array(packages * periods);
  const usual = usualPrices(problem);
  for (let row = 0; row < price.length; row++) price[row] = priced * usual[Math.trunc(row / periods)]!;
  let dear = 0;
  for (let demand = 0; demand < weight.length; demand++) {
    for (let column = demandStarts[demand]!; column < demandStarts[demand + 1]!; column++) {
      let cost = deliveryCost[column]!;
      for (let at = deliveryNeeds.starts[column]!; at < deliveryNeeds.starts[column + 1]!; at++)
        cost += deliveryNeeds.values[at]! * price[deliveryNeeds.rows[at]!]!;
      if (weight[demand]! > 0) dear = Math.max(dear, cost / weight[demand]!);
    }
  }
  return {
    price,
    early: new Float64Array(price.length),
    count: new Float64Array(problem.least.length),
    volume: new Float64Array(problem.original.length),
    shortfall: Float64Array.of(priced ? 2 * dear : 1),
  };
}

/** Usual prices of packages; the mean one-off cost for an award or a member; a fifth of the starting price for shortfall. */
export function reachOf(problem: PriceProblem): Reach {
  const { periods, packageOf, awardCost, memberCost } = problem;
  const usual = usualPrices(problem);
  let [sum, number] = [0, 0];
  for (const costs of [awardCost, memberCost]) {
    for (const cost of costs) {
      if (cost > 0) number += 1;
      sum += cost;
    }
  }
  const oneOff = sum > 0 ? sum / number : Math.max(0, ...usual);
  const ofRow = (row: number) => usual[Math.trunc(row / periods)]!;
  const shortfall = startingPrices(problem).shortfall[0]! / 5;
  return {
    price: ofRow,
    early: ofRow,
    count: () => oneOff,
    volume: (pair) => usual[packageOf[pair]!]!,
    shortfall: () => shortfall,
  };
}

/** By package: the least that a unit with its share of award and membership costs; or an even share of the weight of what needs it. */
function usualPrices(problem: PriceProblem): Float64Array {
  const { packages, priced, suppliers, pairStarts, packageOf, unitCost, awardCost, memberCost, mostUnits } = problem;
  const usual = new Float64Array(packages).fill(Number.POSITIVE_INFINITY);
  for (let s = 0; s < suppliers && priced; s++) {
    for (let pair = pairStarts[s]!; pair < pairStarts[s + 1]!; pair++) {
      if (!(mostUnits[pair]! > 0)) continue;
      const once = awardCost[pair]! + memberCost[s]! / (pairStarts[s + 1]! - pairStarts[s]!);
      const number = packageOf[pair]!;
      usual[number] = Math.min(usual[number]!, unitCost[pair]! + once / mostUnits[pair]!);
    }
  }
  if (!priced) {
    const { deliveryNeeds, demandStarts, weight, periods } = problem;
    weight.forEach((each, demand) => {
      for (
        let at = deliveryNeeds.starts[demandStarts[demand]!]!;
        at < deliveryNeeds.starts[demandStarts[demand + 1]!]!;
        at++
      ) {
        const number = Math.trunc(deliveryNeeds.rows[at]! / periods);
        usual[number] = Math.min(usual[number]!, each / deliveryNeeds.values[at]! / packages);
      }
    });
  }
  return usual.map((price) => (Number.isFinite(price) ? Math.max(price, 1e-6) : 1));
}
