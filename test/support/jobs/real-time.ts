import type { Surroundings } from '../../../db/surroundings.ts';
import type { Timer } from '../../../src/services/ports.ts';

/** The clock and the chance of the machine. */
export const realSurroundings: Surroundings = {
  now: Date.now,
  randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
};

/** The timers of the runtime. */
export const nodeTimer: Timer = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
