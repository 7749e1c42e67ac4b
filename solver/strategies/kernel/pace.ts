import { KINDS, zerosLike } from './multipliers.ts';
import { powerOf } from './power.ts';
import type { PriceProblem } from './price-problem.ts';
import type { Multipliers } from './prices.ts';
import type { Reach } from './starting-prices.ts';

/** The latest slopes, and averages of slopes and of their squares. */
export interface Pace {
  readonly slopes: Multipliers;
  readonly mean: Multipliers;
  readonly square: Multipliers;
  /** Moves so far, one entry. */
  readonly moves: Int32Array;
}

export const createPace = (like: Multipliers): Pace => ({
  slopes: zerosLike(like),
  mean: zerosLike(like),
  square: zerosLike(like),
  moves: new Int32Array(1),
});

/** Where the ascent is: multipliers, the gross prices that stand for theirs, and how far each reaches. */
interface Place {
  readonly at: Multipliers;
  readonly gross: Float64Array;
  readonly reach: Reach;
  readonly pace: Pace;
}

/** Shares that averages of slopes and of squares keep. */
const KEPT = { mean: 0.9, square: 0.99 };

/** One move of every multiplier, in place; one with two sides stops at 0 on its way to the other. */
export function moveAlong(
  { earlyRoom }: PriceProblem,
  { at, gross, reach, pace: { slopes, mean, square, moves } }: Place,
  step: number,
): void {
  moves[0]! += 1;
  const unbias = { mean: 1 - powerOf(KEPT.mean, moves[0]!), square: 1 - powerOf(KEPT.square, moves[0]!) };
  for (const kind of KINDS) {
    const to = kind === 'price' ? gross : at[kind];
    const [slopesOf, means, squares, reachOf] = [slopes[kind], mean[kind], square[kind], reach[kind]];
    for (let k = 0; k < to.length; k++) {
      const slope = slopesOf[k]!;
      // Most volumes of pairs that earn nothing never have a slope.
      if (slope === 0 && squares[k] === 0) continue;
      means[k]! += (1 - KEPT.mean) * (slope - means[k]!);
      squares[k]! += (1 - KEPT.square) * (slope * slope - squares[k]!);
      if (squares[k] === 0 || (kind === 'early' && earlyRoom[k] === Number.POSITIVE_INFINITY)) continue;
      const along = means[k]! / unbias.mean / Math.sqrt(squares[k]! / unbias.square);
      const next = to[k]! + step * reachOf(k) * along;
      to[k] = kind !== 'price' && to[k]! * next < 0 ? 0 : next;
    }
  }
}
