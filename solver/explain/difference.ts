import type { AimDifference } from '../../scenarios/domain/explanation.ts';
import type { AimResult, Plan } from '../../scenarios/domain/plan.ts';

/** An improvement by less than this is noise of the engine: relative, or of a unit or a euro. */
const NOISE = 1e-6;

const noiseAt = (...values: readonly number[]): number => NOISE * Math.max(1, ...values.map(Math.abs));

/**
 * The best value of an aim lies between bound and value of any plan, so that between two scenarios it changes by
 *
 *   bound′ − value  …  value′ − bound
 *
 * for each aim that both have. What rounding leaves of nothing is 0.
 */
export function differenceOf(
  before: Pick<Plan, 'aims'>,
  after: { readonly aims: readonly AimResult[] },
): readonly AimDifference[] {
  return before.aims.flatMap((from) => {
    const to = after.aims.find(({ aim }) => aim === from.aim);
    if (to === undefined) return [];
    const noise = noiseAt(from.value, to.value);
    const round = (value: number) => (Math.abs(value) <= noise ? 0 : value);
    return [{ aim: from.aim, least: round(to.bound - from.value), most: round(to.value - from.bound) }];
  });
}

/** What can be said of a difference: that the value falls, rises or stays the same; or nothing, where 0 lies within it. */
export type Direction = 'less' | 'more' | 'same' | 'unclear';

export function directionOf({ least, most }: Pick<AimDifference, 'least' | 'most'>): Direction {
  if (least === 0 && most === 0) return 'same';
  if (most < 0) return 'less';
  return least > 0 ? 'more' : 'unclear';
}

/** The direction of the first aim, in their order, that does not stay the same. */
export function firstDirection(difference: readonly AimDifference[]): Direction {
  return difference.map(directionOf).find((direction) => direction !== 'same') ?? 'same';
}

/** By how much the plan of one side is better or worse as it stands, aim by aim, to rank by; nothing is claimed by it. */
export const rankOf = (tried: { readonly aims: readonly AimResult[] }): readonly number[] =>
  tried.aims.map(({ value }) => value);

/** Compares ranks in the order of the aims, up to noise. */
export function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (let aim = 0; aim < Math.min(left.length, right.length); aim++) {
    const apart = left[aim]! - right[aim]!;
    if (Math.abs(apart) > noiseAt(left[aim]!, right[aim]!)) return apart;
  }
  return 0;
}
