import type { Engine } from '../../engines/engine.ts';

/** An engine, and whether a solve of it ended without an answer for a reason of its own, most often for want of memory. */
export interface NotedEngine {
  readonly engine: Engine;
  readonly gaveUp: () => boolean;
}

/** The engine with a note of its failures: what a search did without for them is no choice of the search. */
export function notingFailures(engine: Engine): NotedEngine {
  let failed = false;
  return {
    gaveUp: () => failed,
    engine: {
      ...engine,
      async solve(...asked) {
        const outcome = await engine.solve(...asked);
        failed ||= outcome.status === 'undecided' && outcome.limit === 'engine';
        return outcome;
      },
    },
  };
}
