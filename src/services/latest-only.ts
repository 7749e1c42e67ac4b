/** Work on the latest of several values. */
export interface LatestOnly<T> {
  /** Has the value worked on, as soon as the work at hand is done; one that still waited is passed over. */
  readonly offer: (value: T) => void;
  /** Passes over what still waits; settles when the work at hand is done. */
  readonly settle: () => Promise<void>;
}

/** Does `work` for one value at a time. Values that come faster than the work are passed over, but for the last one. `work` must not throw. */
export function latestOnly<T>(work: (value: T) => Promise<void>): LatestOnly<T> {
  let waiting: { readonly value: T } | undefined;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (waiting !== undefined) {
      const { value } = waiting;
      waiting = undefined;
      await work(value);
    }
    running = undefined;
  };
  return {
    offer: (value) => {
      waiting = { value };
      running ??= run();
    },
    settle: async () => {
      waiting = undefined;
      await running;
    },
  };
}
