import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';

/** Every kind of multiplier. */
export const KINDS = ['price', 'early', 'count', 'volume', 'shortfall'] as const;

export const copyOf = ({ price, early, count, volume, shortfall }: Multipliers): Multipliers => ({
  price: Float64Array.from(price),
  early: Float64Array.from(early),
  count: Float64Array.from(count),
  volume: Float64Array.from(volume),
  shortfall: Float64Array.from(shortfall),
});

/** All multipliers 0. */
export const zerosFor = ({ packages, periods, least, original }: PriceProblem): Multipliers => ({
  price: new Float64Array(packages * periods),
  early: new Float64Array(packages * periods),
  count: new Float64Array(least.length),
  volume: new Float64Array(original.length),
  shortfall: new Float64Array(1),
});

export const zerosLike = ({ price, early, count, volume, shortfall }: Multipliers): Multipliers => ({
  price: new Float64Array(price.length),
  early: new Float64Array(early.length),
  count: new Float64Array(count.length),
  volume: new Float64Array(volume.length),
  shortfall: new Float64Array(shortfall.length),
});

export function overwrite(into: Multipliers, from: Multipliers): void {
  for (const kind of KINDS) into[kind].set(from[kind]);
}
