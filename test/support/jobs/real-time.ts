import type { Surroundings } from '../../../db/surroundings.ts';

/** The clock and the chance of the machine. */
export const realSurroundings: Surroundings = {
  now: Date.now,
  randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
};

export { after as nodeTimer } from '../../../src/entry/after.ts';
