import type { Stream, Streams } from '../../../scenarios/registry/random.ts';
import type { Shop } from './shops.ts';
import type { Work } from './works.ts';

/** Share of all packages times all suppliers that quotes are wanted of: 1.38 million of 7.3 million. */
const QUOTED = 0.19;

/** Of all quotes, the shares that need no, up to one and up to two periods of qualification; the others need three. */
const WAITS = [0.55, 0.8, 0.92];

/** Quotes of a package that come first in size and need no qualification at all, so that nothing waits for its first source. */
const READY = 2;

/** Who quotes what, by shop: positions of packages, ascending, and the periods of qualification that each needs. */
export type Quoted = readonly { readonly works: Int32Array; readonly waits: Uint8Array }[];

const canMake = ({ offers }: Shop, { processes }: Work): boolean =>
  processes.every((process) => offers.some((offer) => offer.process === process));

const waitOf = (draw: Stream): number => {
  const luck = draw();
  return WAITS.filter((share) => luck >= share).length;
};

/**
 * Who quotes what: of those who offer every process of a package each with the same chance, which is such that the wanted share of all
 * pairs is quoted, or all who can where these are fewer.
 */
export function quotedBy(streams: Streams, shops: readonly Shop[], works: readonly Work[]): Quoted {
  const able = shops.map((shop) => Int32Array.from(works.keys()).filter((at) => canMake(shop, works[at]!)));
  const all = able.reduce((sum, own) => sum + own.length, 0);
  const chance = (QUOTED * shops.length * works.length) / all;
  const quoted = able.map((own, number) => {
    const draw = streams('quoting', shops[number]!.firm.supplier);
    const chosen = own.filter(() => draw() < chance);
    return { works: chosen, waits: Uint8Array.from(chosen, () => waitOf(draw)) };
  });
  largestReady(shops, works, quoted);
  return quoted;
}

/** The firms with the most hours for a package need no qualification for it. */
function largestReady(shops: readonly Shop[], works: readonly Work[], quoted: Quoted): void {
  const left = new Uint8Array(works.length).fill(READY);
  const hours = ({ offers }: Shop): number => offers.reduce((sum, offer) => sum + offer.hoursPerPeriod, 0);
  const order = [...shops.keys()].sort((one, other) => hours(shops[other]!) - hours(shops[one]!));
  for (const number of order) {
    const own = quoted[number]!;
    own.works.forEach((at, position) => {
      if (left[at] === 0) return;
      left[at]! -= 1;
      own.waits[position] = 0;
    });
  }
}
