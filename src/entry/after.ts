import type { Timer } from '../services/ports.ts';

/** The timers of the runtime, Node or a Worker. */
export const after: Timer = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
