import type { Engine } from '../services/ports.ts';

/**
 * An engine that pauses before each solve: where there are no threads, whatever else waits gets its turn then, such as events of the job
 * on their way to the database and requests to end it early.
 */
export const pausingEngine = (engine: Engine, pause: () => Promise<void>): Engine => ({
  ...engine,
  async solve(...asked) {
    await pause();
    return engine.solve(...asked);
  },
});
