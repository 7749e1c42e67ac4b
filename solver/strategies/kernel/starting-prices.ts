import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';

/** How far a multiplier moves for a unit of its slope: euro for a unit, relative to what it usually is. */
export interface Reach {
  readonly price: Float64Array;
  readonly early: Float64Array;
  readonly count: number;
  readonly volume: Float64Array;
  readonly shortfall: number;
}

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

/** Steps are in proportion to usual prices, and to a unit's share of what is due. */
export function reachOf(problem: PriceProblem, start: Multipliers): Reach {
  const { packages, periods, dueWeight, mostUnits, packageOf, awardCost, memberCost, weight, demandStarts, due } =
    problem;
  const usual = usualPrices(problem);
  const price = new Float64Array(packages * periods);
  for (let row = 0; row < price.length; row++) price[row] = usual[Math.trunc(row / periods)]! / dueWeight[row]!;
  const oneOffs = [...awardCost, ...memberCost].filter((cost) => cost > 0);
  const usualOneOff = oneOffs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, oneOffs.length);
  let wanted = 0;
  weight.forEach((each, demand) => {
    for (let column = demandStarts[demand]!; column < demandStarts[demand + 1]!; column++)
      wanted += each * due[column]!;
  });
  return {
    price,
    early: price,
    count: usualOneOff || Math.max(0, ...usual),
    volume: Float64Array.from(mostUnits, (most, pair) => (most > 0 ? usual[packageOf[pair]!]! / most : 0)),
    shortfall: start.shortfall[0]! / Math.max(1e-9, 0.1 * wanted),
  };
}

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
