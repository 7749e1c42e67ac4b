import type { Move } from '../../../scenarios/domain/comparison.ts';
import type { Plan } from '../../../scenarios/domain/plan.ts';
import type { Units } from '../../../scenarios/domain/units.ts';

/** Moves of less than this of an item are not told: plans that are as good differ by as much. */
const LEAST_SHARE = 0.01;

/** Units of an item over the horizon, by item and supplier. */
export function madeIn({ production }: Pick<Plan, 'production'>): ReadonlyMap<string, ReadonlyMap<string, Units>> {
  const made = new Map<string, Map<string, Units>>();
  for (const { item, supplier, quantity } of production) {
    const own = made.get(item) ?? new Map<string, Units>();
    made.set(item, own.set(supplier, (own.get(supplier) ?? 0) + quantity));
  }
  return made;
}

/**
 * What is made elsewhere in another plan, item by item: what a firm makes less goes to those that make more, the largest first; what is left over is
 * made by nobody any more, or was by nobody before. The largest share of an item first.
 */
export function movesBetween(before: Plan, after: Plan): readonly Move[] {
  const [was, is] = [madeIn(before), madeIn(after)];
  const items = [...new Set([...was.keys(), ...is.keys()])].sort();
  return items
    .flatMap((item) => movesOf(item, was.get(item) ?? new Map(), is.get(item) ?? new Map()))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((left, right) => right.share - left.share || (left.item < right.item ? -1 : 1));
}

const total = (made: ReadonlyMap<string, Units>): Units => [...made.values()].reduce((sum, units) => sum + units, 0);

function movesOf(item: string, was: ReadonlyMap<string, Units>, is: ReadonlyMap<string, Units>): readonly Move[] {
  const all = Math.max(total(was), total(is));
  const changes = [...new Set([...was.keys(), ...is.keys()])]
    .map((supplier) => ({ supplier, more: (is.get(supplier) ?? 0) - (was.get(supplier) ?? 0) }))
    .sort((left, right) => Math.abs(right.more) - Math.abs(left.more));
  const givers = changes.filter(({ more }) => more < 0).map(({ supplier, more }) => ({ supplier, left: -more }));
  const takers = changes.filter(({ more }) => more > 0).map(({ supplier, more }) => ({ supplier, left: more }));
  const moves: Move[] = [];
  const tell = (from: string | null, to: string | null, quantity: Units) => {
    if (quantity > 0) moves.push({ item, from, to, quantity, share: quantity / all });
  };
  for (const giver of givers) {
    for (const taker of takers) {
      const quantity = Math.min(giver.left, taker.left);
      giver.left -= quantity;
      taker.left -= quantity;
      tell(giver.supplier, taker.supplier, quantity);
    }
    tell(giver.supplier, null, giver.left);
  }
  for (const { supplier, left } of takers) tell(null, supplier, left);
  return moves;
}
