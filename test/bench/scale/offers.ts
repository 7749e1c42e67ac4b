import type { Streams } from '../../../scenarios/registry/random.ts';
import type { Shop } from './shops.ts';
import type { Work } from './works.ts';

/** Share of all packages times all suppliers that quotes are wanted of: 1.37 million of 7.3 million. */
const QUOTED = 0.19;

/** For each shop the positions of the packages that it quotes, ascending. */
export type Quoted = readonly Int32Array[];

const canMake = ({ offers }: Shop, { processes }: Work): boolean =>
  processes.every((process) => offers.some((offer) => offer.process === process));

/**
 * Who quotes what: of those who offer every process of a package each with the same chance, which is such that the wanted share of all
 * pairs is quoted, or all who can where these are fewer.
 */
export function quotedBy(streams: Streams, shops: readonly Shop[], works: readonly Work[]): Quoted {
  const able = shops.map((shop) => Int32Array.from(works.keys()).filter((at) => canMake(shop, works[at]!)));
  const all = able.reduce((sum, own) => sum + own.length, 0);
  const chance = (QUOTED * shops.length * works.length) / all;
  return able.map((own, number) => {
    const draw = streams('quoting', shops[number]!.firm.supplier);
    return own.filter(() => draw() < chance);
  });
}
